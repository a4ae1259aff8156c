import { describe, expect, it } from 'vitest';
import { sampleDigit } from '../../src/lab-page/sample-digits';
import { convolutionGeometry } from '../../src/math/convolution-geometry';
import { presetKernel } from '../../src/math/kernel-presets';
import { windowProducts } from '../../src/math/window-products';
import { lightPalette } from '../../src/views/palette';
import { createProductStrip, type ProductStripProps, productText } from '../../src/views/product-strip';

const geometry = convolutionGeometry({
  height: 28,
  width: 28,
  channels: 1,
  size: 5,
  stride: 2,
  padding: 'same',
});
const window = windowProducts(sampleDigit(0).pixels, geometry, presetKernel('edge', 5), 115);

const props: ProductStripProps = {
  palette: lightPalette,
  width: 1200,
  accent: lightPalette.shared,
  size: 5,
  products: window.products,
  extent: 0.25,
  sum: window.sum,
  bias: window.bias,
  output: window.output,
  phase: null,
  progress: 0,
  tap: null,
  outlined: false,
  labels: {
    title: 'Σ pixel × weight',
    sum: (value) => `= ${value}`,
    bias: (value) => `+ bias ${value}`,
    relu: '→ ReLU →',
  },
};

function strip(changes: Partial<ProductStripProps>): HTMLElement {
  const container = document.createElement('div');
  createProductStrip(container, { ...props, ...changes });
  return container;
}
const numberOf = (container: HTMLElement, key: string) =>
  Number(
    container
      .querySelector(`[data-value="${key}"]`)
      ?.textContent?.replace(/[^\d.−]/g, '')
      .replace('−', '-'),
  );

describe('the strip of products', () => {
  it.each([
    ['wide', 1200],
    ['phone', 272],
  ] as const)('looks like the committed picture (%s)', async (name, width) => {
    const html = strip({ width }).innerHTML.replaceAll('><', '>\n<');
    await expect(`${html}\n`).toMatchFileSnapshot(`pictures/slide-products-${name}.svg`);
  });

  it('shows a tile for each product and the numbers that belong together', () => {
    const container = strip({});
    expect(container.querySelectorAll('rect.product')).toHaveLength(25);
    expect(numberOf(container, 'sum')).toBeCloseTo(window.sum, 2);
    expect(numberOf(container, 'output')).toBeCloseTo(Math.max(0, window.sum + window.bias), 2);
  });

  it('shows products that add up to the sum, wide and for kernels of 3 and 5', () => {
    const texts = [...strip({}).querySelectorAll('.product-number')].map((text) => text.textContent ?? '');
    expect(texts).toHaveLength(25);
    const sum = texts.reduce((total, text) => total + Number(text.replace('−', '-')), 0);
    expect(Math.abs(sum - window.sum)).toBeLessThan(25 * 0.005);
    for (const [size, width] of [
      [7, 1200],
      [5, 272],
    ] as const)
      expect(strip({ size, width }).querySelectorAll('.product-number')).toHaveLength(0);
  });

  it('writes a product in at most five characters', () => {
    const texts = [0, 0.254, -0.254, 1, -1.256, 12.34, -100].map(productText);
    expect(texts).toEqual(['0', '.25', '−.25', '1.00', '−1.26', '12.3', '−100']);
  });

  it('lets the tiles appear one after the other while the products are narrated', () => {
    const tiles = strip({ phase: 'products', progress: 0.5 }).querySelectorAll('rect.product');
    const pending = [...tiles].filter((tile) => tile.getAttribute('fill') === lightPalette.card);
    expect(pending).toHaveLength(12);
  });

  it('stays within its width for every size of kernel', () => {
    for (const size of [3, 5, 7])
      for (const width of [262, 500, 646, 746, 1200]) {
        const container = strip({ size, width });
        for (const rect of container.querySelectorAll('rect'))
          expect(Number(rect.getAttribute('x')) + Number(rect.getAttribute('width'))).toBeLessThanOrEqual(
            width,
          );
      }
  });
});
