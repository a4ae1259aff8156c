/**
 * Where the windows of a square convolution lie on its input: output size, padding, use sites.
 * Sites are numbered row by row over the output. A tap is one cell of the kernel in one channel, ordered
 * (row, column, channel); a bias is not a tap here but follows the taps wherever weights are stored.
 */
import type { Padding } from '../spec/experiment-spec';

export type ConvolutionShape = {
  /** Input, in cells. */
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  /** Side of the square kernel. */
  readonly size: number;
  readonly stride: number;
  readonly padding: Padding;
};

export type ConvolutionGeometry = ConvolutionShape & {
  readonly outHeight: number;
  readonly outWidth: number;
  /** outHeight * outWidth. */
  readonly sites: number;
  /** size * size * channels, without the bias. */
  readonly taps: number;
  /** Rows and columns before the input: zeros under 'same', those of the far edge under 'wrap'. */
  readonly padTop: number;
  readonly padLeft: number;
  /** Rows at the bottom and columns at the right that no window reaches. */
  readonly uncoveredRows: number;
  readonly uncoveredColumns: number;
};

/**
 * The geometry of a convolution. 'same' follows TensorFlow: ceil(input / stride) outputs, the odd row of
 * padding goes to the end; 'wrap' has the same windows on an input without edges; 'valid' drops the windows that
 * would hang over.
 * Throws RangeError when a number is not a positive integer or the kernel is larger than a 'valid' input.
 */
export function convolutionGeometry(shape: ConvolutionShape): ConvolutionGeometry {
  const { height, width, channels, size, stride, padding } = shape;
  for (const [name, value] of Object.entries({ height, width, channels, size, stride })) {
    if (!Number.isInteger(value) || value < 1)
      throw new RangeError(`${name} must be a whole number of at least 1, not ${value}.`);
  }
  if (padding === 'valid' && (size > height || size > width))
    throw new RangeError(`A ${size}x${size} kernel does not fit a ${height}x${width} input without padding.`);
  const rows = alongOneAxis(height, size, stride, padding);
  const columns = alongOneAxis(width, size, stride, padding);
  return {
    height,
    width,
    channels,
    size,
    stride,
    padding,
    outHeight: rows.count,
    outWidth: columns.count,
    sites: rows.count * columns.count,
    taps: size * size * channels,
    padTop: rows.before,
    padLeft: columns.before,
    uncoveredRows: rows.uncovered,
    uncoveredColumns: columns.uncovered,
  };
}

function alongOneAxis(extent: number, size: number, stride: number, padding: Padding) {
  const valid = padding === 'valid';
  const count = valid ? Math.floor((extent - size) / stride) + 1 : Math.ceil(extent / stride);
  const reach = (count - 1) * stride + size;
  const before = valid ? 0 : Math.floor(Math.max(0, reach - extent) / 2);
  return { count, before, uncovered: Math.max(0, extent - (reach - before)) };
}

/** A dense layer seen as a convolution: its whole input is the one cell of the one site. */
export function denseGeometry(inputs: number): ConvolutionGeometry {
  return convolutionGeometry({
    height: 1,
    width: 1,
    channels: inputs,
    size: 1,
    stride: 1,
    padding: 'valid',
  });
}

/**
 * Top left input cell of a site's window; negative where the window hangs into the padding, or begins before an edge
 * that wraps.
 */
export function windowOf(
  geometry: ConvolutionGeometry,
  site: number,
): { readonly top: number; readonly left: number } {
  if (!Number.isInteger(site) || site < 0 || site >= geometry.sites)
    throw new RangeError(`Site ${site} is not one of 0 to ${geometry.sites - 1}.`);
  const row = Math.floor(site / geometry.outWidth);
  return {
    top: row * geometry.stride - geometry.padTop,
    left: (site - row * geometry.outWidth) * geometry.stride - geometry.padLeft,
  };
}
