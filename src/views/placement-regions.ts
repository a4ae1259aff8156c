/**
 * Mean accuracies of three regions of the placement map, of the cells measured so far. Which regions depends on
 * where the network was trained: corners and centre for small digits, rings around the middle for centred ones.
 */
import type { DigitVariant } from '../spec/experiment-spec';
import { CORNER_REACH, middlePlace, PLACES } from './placement-place';

export type RegionId = 'first' | 'second' | 'third';

export type Region = {
  readonly id: RegionId;
  /** Mean accuracy 0..1 of the measured cells, or null before one is measured. */
  readonly mean: number | null;
  readonly measured: number;
  readonly cells: number;
};

const LAST = PLACES - 1;
const within = (value: number, low: number, high: number) => value >= low && value <= high;

/** Small digits: top left 8x8 places, middle 5x5, bottom right 8x8. Centred: in place, 1-3 and 4-7 pixels off. */
function isIn(id: RegionId, variant: DigitVariant, row: number, column: number): boolean {
  if (variant === 'centred') {
    const off = Math.max(Math.abs(row - middlePlace.row), Math.abs(column - middlePlace.column));
    if (id === 'first') return off === 0;
    return id === 'second' ? within(off, 1, 3) : off >= 4;
  }
  const [low, high] = { first: [0, CORNER_REACH], second: [5, 9], third: [LAST - CORNER_REACH, LAST] }[
    id
  ] as [number, number];
  return within(row, low, high) && within(column, low, high);
}

/** accuracy: [15 * 15], NaN where not measured; null when nothing is. */
export function placementRegions(
  accuracy: ArrayLike<number> | null,
  variant: DigitVariant,
): readonly Region[] {
  return (['first', 'second', 'third'] as const).map((id) => {
    let sum = 0;
    let measured = 0;
    let cells = 0;
    for (let index = 0; index < PLACES * PLACES; index++) {
      if (!isIn(id, variant, Math.floor(index / PLACES), index % PLACES)) continue;
      cells += 1;
      const value = accuracy?.[index] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += value;
      measured += 1;
    }
    return { id, mean: measured > 0 ? sum / measured : null, measured, cells };
  });
}
