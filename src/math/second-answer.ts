/** The right answer to the second task: 1 for odd, or for a digit that leans more than half of the training digits; else 0. */
import type { SecondTask } from '../spec/experiment-spec';
import { PICTURE_SIDE } from '../spec/multi-task-network';
import { LEANS_FROM, slantOf } from './slant';

/** pixels: the 28x28 picture, asked for only where it is needed. */
export function secondAnswer(task: SecondTask, digit: number, pixels: () => ArrayLike<number>): 0 | 1 {
  switch (task) {
    case 'odd-even':
      return digit % 2 === 1 ? 1 : 0;
    case 'slant':
      return slantOf(pixels(), PICTURE_SIDE) > LEANS_FROM ? 1 : 0;
    default:
      return task satisfies never;
  }
}
