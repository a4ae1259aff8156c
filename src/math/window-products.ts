/**
 * One window of one image under one kernel, product by product: what the products panel shows.
 * Sums are float64 in tap order; cells outside the image count as 0, unless its edges wrap.
 */
import { type ConvolutionGeometry, windowOf } from './convolution-geometry';
import { wrapped } from './wrapped';

export type WindowProducts = {
  /** [taps] what the window sees, 0 in the padding. */
  readonly pixels: Float32Array;
  /** [taps] pixel times weight. */
  readonly products: Float64Array;
  /** Sum of the products, without the bias. */
  readonly sum: number;
  readonly bias: number;
  /** sum + bias. */
  readonly preactivation: number;
  /** max(0, preactivation). */
  readonly output: number;
};

/**
 * The products of `kernel` ([taps+1], bias last) with the window of `site` on `image` ([height, width, channels]).
 * Throws RangeError when the kernel or the image has another length than the geometry says.
 */
export function windowProducts(
  image: ArrayLike<number>,
  geometry: ConvolutionGeometry,
  kernel: ArrayLike<number>,
  site: number,
): WindowProducts {
  const { taps, height, width, channels } = geometry;
  if (kernel.length !== taps + 1)
    throw new RangeError(`The kernel has ${kernel.length} numbers, not ${taps} and a bias.`);
  if (image.length !== height * width * channels)
    throw new RangeError(`The image has ${image.length} numbers, not ${height * width * channels}.`);
  const pixels = windowPixels(image, geometry, site);
  const products = new Float64Array(taps);
  let sum = 0;
  for (let tap = 0; tap < taps; tap++) {
    const product = (pixels[tap] ?? 0) * (kernel[tap] ?? 0);
    products[tap] = product;
    sum += product;
  }
  const bias = kernel[taps] ?? 0;
  const preactivation = sum + bias;
  return { pixels, products, sum, bias, preactivation, output: Math.max(0, preactivation) };
}

/** [taps] the input cells under a site's window, 0 in the padding. */
function windowPixels(image: ArrayLike<number>, geometry: ConvolutionGeometry, site: number): Float32Array {
  const { size, channels, height, width, padding } = geometry;
  const { top, left } = windowOf(geometry, site);
  const pixels = new Float32Array(geometry.taps);
  let tap = 0;
  for (let y = top; y < top + size; y++) {
    for (let x = left; x < left + size; x++) {
      const inside = padding === 'wrap' || (y >= 0 && y < height && x >= 0 && x < width);
      const pixel = wrapped(y, height) * width + wrapped(x, width);
      for (let channel = 0; channel < channels; channel++, tap++)
        if (inside) pixels[tap] = image[pixel * channels + channel] ?? 0;
    }
  }
  return pixels;
}
