import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitSide,
  draggedPlace,
  ninePlaces,
  offsetOf,
  PLACES,
  type Place,
  placeByKey,
  placeUnder,
} from '../../src/views/placement-place';
import { placementRegions } from '../../src/views/placement-regions';

const variants = ['roaming', 'corner', 'centred'] as const;
const place = fc.record({ row: fc.integer({ min: 0, max: 14 }), column: fc.integer({ min: 0, max: 14 }) });
const isAPlace = ({ row, column }: Place) =>
  [row, column].every((value) => Number.isInteger(value) && value >= 0 && value < PLACES);

describe('places of the digit', () => {
  it('stay on the canvas however far the digit is dragged', () => {
    const far = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(place, far, far, (from, rows, columns) => isAPlace(draggedPlace(from, rows, columns))),
    );
  });

  it('are the same by keys and by dragging', () => {
    const arrow = fc.constantFrom(
      ['ArrowUp', -1, 0] as const,
      ['ArrowDown', 1, 0] as const,
      ['ArrowLeft', 0, -1] as const,
      ['ArrowRight', 0, 1] as const,
    );
    fc.assert(
      fc.property(place, arrow, fc.boolean(), (from, [key, rows, columns], shift) => {
        const size = shift ? 4 : 1;
        expect(placeByKey(from, key, shift)).toEqual(draggedPlace(from, rows * size, columns * size));
      }),
    );
  });

  it('are read back from the middle of the digit', () => {
    fc.assert(
      fc.property(place, fc.constantFrom(...variants), (at, variant) => {
        const { top, left } = offsetOf(at, variant);
        const half = digitSide(variant) / 2;
        expect(placeUnder(left + half, top + half, variant)).toEqual(at);
      }),
    );
  });

  it('move a centred digit by at most seven pixels, a small one never off the canvas', () => {
    for (const corner of ninePlaces) {
      const centred = offsetOf(corner, 'centred');
      expect(Math.max(Math.abs(centred.top), Math.abs(centred.left))).toBeLessThanOrEqual(7);
      const small = offsetOf(corner, 'corner');
      expect(Math.max(small.top, small.left) + digitSide('corner')).toBeLessThanOrEqual(28);
      expect(Math.min(small.top, small.left)).toBeGreaterThanOrEqual(0);
    }
  });

  it('leave other keys to the page', () => {
    expect(placeByKey({ row: 3, column: 3 }, 'Tab', false)).toBeNull();
    expect(placeByKey({ row: 3, column: 3 }, 'constructor', false)).toBeNull();
  });
});

describe('regions of the placement map', () => {
  it('of constant accuracy have that mean, whatever the training data', () => {
    for (const variant of variants)
      for (const region of placementRegions(new Float32Array(225).fill(0.5), variant))
        expect(region).toMatchObject({ mean: 0.5, measured: region.cells });
  });

  it('count measured cells only', () => {
    const accuracy = new Float32Array(225).fill(Number.NaN);
    accuracy[0] = 1;
    expect(placementRegions(accuracy, 'corner').map(({ mean, measured }) => [mean, measured])).toEqual([
      [1, 1],
      [null, 0],
      [null, 0],
    ]);
    expect(placementRegions(null, 'centred').map(({ mean, cells }) => [mean, cells])).toEqual([
      [null, 1],
      [null, 48],
      [null, 176],
    ]);
  });
});
