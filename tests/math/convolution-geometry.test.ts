/** Geometry against TensorFlow's rules, and coverage against a count of the pixels that windows touch. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { convolutionGeometry, windowOf } from '../../src/math/convolution-geometry';
import { geometries } from './arbitraries';

const flagship = { height: 28, width: 28, channels: 1, size: 5, stride: 2, padding: 'same' } as const;

test('the first layer of the flagship has 14x14 sites and one row of padding before the image', () => {
  expect(convolutionGeometry(flagship)).toMatchObject({
    outHeight: 14,
    outWidth: 14,
    sites: 196,
    taps: 25,
    padTop: 1,
    padLeft: 1,
    uncoveredRows: 0,
  });
});

test('a valid stride that does not divide leaves rows uncovered', () => {
  const geometry = convolutionGeometry({ ...flagship, stride: 3, padding: 'valid' });
  expect(geometry.outHeight).toBe(8);
  expect(geometry.uncoveredRows).toBe(2);
});

test('uncovered rows and columns are those that no window touches', () => {
  fc.assert(
    fc.property(geometries, (geometry) => {
      let bottom = 0;
      let right = 0;
      for (let site = 0; site < geometry.sites; site++) {
        const { top, left } = windowOf(geometry, site);
        bottom = Math.max(bottom, top + geometry.size);
        right = Math.max(right, left + geometry.size);
      }
      expect(geometry.uncoveredRows).toBe(Math.max(0, geometry.height - bottom));
      expect(geometry.uncoveredColumns).toBe(Math.max(0, geometry.width - right));
    }),
  );
});

test('a kernel that does not fit, or a number that is none, is refused in words', () => {
  expect(() => convolutionGeometry({ ...flagship, size: 29, padding: 'valid' })).toThrow(
    'A 29x29 kernel does not fit a 28x28 input without padding.',
  );
  expect(() => convolutionGeometry({ ...flagship, stride: 0 })).toThrow(RangeError);
  expect(() => convolutionGeometry({ ...flagship, size: 2.5 })).toThrow('size must be a whole number');
  expect(() => windowOf(convolutionGeometry(flagship), 196)).toThrow(RangeError);
});
