import { describe, expect, it } from 'vitest';
import { convolutionGeometry } from '../../src/math/convolution-geometry';
import { windowProducts } from '../../src/math/window-products';
import { allSites, weightUses } from '../../src/views/weight-uses';

const cases = [3, 5, 7].flatMap((size) =>
  [1, 2].flatMap((stride) => (['same', 'valid'] as const).map((padding) => ({ size, stride, padding }))),
);

describe.each(cases)('the uses of a weight (size $size, stride $stride, $padding)', (shape) => {
  const geometry = convolutionGeometry({ height: 28, width: 28, channels: 1, ...shape });
  const taps = [0, 1, Math.floor(geometry.taps / 2), geometry.taps - 1];
  /** Every pixel a number of its own, none of them 0. */
  const image = Float32Array.from({ length: 784 }, (_, pixel) => pixel + 1);

  it.each(taps)('of tap %i are exactly the pixels that it multiplies, one at each position', (tap) => {
    const kernel = new Float32Array(geometry.taps + 1);
    kernel[tap] = 1;
    const uses = weightUses(geometry, tap, allSites(geometry));
    expect(uses).toHaveLength(geometry.sites);
    for (const use of uses) {
      const { products } = windowProducts(image, geometry, kernel, use.site);
      const product = products[tap] ?? Number.NaN;
      expect(product).toBe(use.padding ? 0 : image[use.row * 28 + use.column]);
    }
  });

  it('at one position is exactly one', () => {
    expect(weightUses(geometry, 0, [geometry.sites - 1])).toHaveLength(1);
  });
});
