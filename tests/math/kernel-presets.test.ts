import { describe, expect, it } from 'vitest';
import { convolutionGeometry } from '../../src/math/convolution-geometry';
import { PRESET_NAMES, presetKernel } from '../../src/math/kernel-presets';
import { windowProducts } from '../../src/math/window-products';

const sumOf = (kernel: Float32Array) => kernel.reduce((sum, value) => sum + value, 0);
const image = Float32Array.from({ length: 81 }, (_, index) => ((index * 37) % 16) / 15);

describe.each([3, 5, 7])('the presets of size %i', (size) => {
  const geometry = convolutionGeometry({
    height: 9,
    width: 9,
    channels: 1,
    size,
    stride: 1,
    padding: 'same',
  });

  it('have a cell for each tap and a bias of 0', () => {
    for (const name of PRESET_NAMES) {
      expect(presetKernel(name, size)).toHaveLength(size * size + 1);
      expect(presetKernel(name, size)[size * size]).toBe(0);
    }
  });

  it('identity gives the image back', () => {
    const kernel = presetKernel('identity', size);
    for (let site = 0; site < geometry.sites; site++)
      expect(windowProducts(image, geometry, kernel, site).output).toBe(image[site]);
  });

  it('blur, sharpen and identity keep an even surface as it is: they sum to 1', () => {
    for (const name of ['blur', 'sharpen', 'identity'] as const)
      expect(sumOf(presetKernel(name, size))).toBeCloseTo(1, 6);
  });

  it('edge and emboss see nothing on an even surface: they sum to 0', () => {
    for (const name of ['edge', 'emboss'] as const) expect(sumOf(presetKernel(name, size))).toBeCloseTo(0, 6);
  });

  it('blur is symmetric and never negative, edge is antisymmetric from left to right', () => {
    const blur = presetKernel('blur', size);
    const edge = presetKernel('edge', size);
    for (let tap = 0; tap < size * size; tap++) {
      const mirrored = tap - (tap % size) + (size - 1 - (tap % size));
      expect(blur[tap]).toBeGreaterThan(0);
      expect(blur[mirrored]).toBeCloseTo(blur[tap] ?? Number.NaN, 7);
      expect(edge[mirrored]).toBeCloseTo(-(edge[tap] ?? Number.NaN), 7);
    }
  });
});

it('the edge kernel of size 3 is that of Sobel', () => {
  expect([...presetKernel('edge', 3)].map((value) => value * 4)).toEqual([-1, 0, 1, -2, 0, 2, -1, 0, 1, 0]);
});

it('a size that is even or too small is refused', () => {
  expect(() => presetKernel('blur', 4)).toThrow(RangeError);
  expect(() => presetKernel('blur', 1)).toThrow(RangeError);
});
