/**
 * Pictures of digits and their classes. The survey is the map of places: accuracy on 100 fixed held-out digits at each
 * of 15x15 placements, coarse places first; cell = row * 15 + column.
 */
import { PLACEMENTS } from '../../math/placements';
import type { DigitVariant } from '../../spec/experiment-spec';
import type { Digits } from '../data/digit-file';
import { makeVariant, placedAlike } from '../data/digit-variants';
import { answerToPicture, rightPictures } from './pictures';
import type { Procedure } from './procedure';

const PLACED_DIGITS = 100;

export function digitProcedure(
  digits: Digits,
  { variant, examples }: { readonly variant: DigitVariant; readonly examples: number },
  seed: number,
): Procedure {
  const sets = makeVariant(digits, variant, examples, seed);
  return {
    ...sets,
    batches: sets.train,
    correct: (...counted) => [rightPictures(...counted)],
    answer: (network, pixels) => answerToPicture(network, pixels, sets.train.size),
    survey: {
      order: coarseFirst(PLACEMENTS),
      width: 1,
      measure(network, cell) {
        const count = Math.min(PLACED_DIGITS, digits.test.count);
        const row = Math.floor(cell / PLACEMENTS);
        const placed = placedAlike(digits, variant, count, row, cell % PLACEMENTS);
        return [rightPictures(network, placed, 0, count) / count];
      },
    },
  };
}

/** Every cell once: first those on a grid of 4, then of 2, then the rest. */
function coarseFirst(columns: number): readonly number[] {
  const cells = Array.from({ length: columns * columns }, (_, index) => index);
  const coarseness = (cell: number) => {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    if (row % 4 === 0 && column % 4 === 0) return 0;
    return row % 2 === 0 && column % 2 === 0 ? 1 : 2;
  };
  return cells.sort((one, other) => coarseness(one) - coarseness(other) || one - other);
}
