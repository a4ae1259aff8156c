/** What a network says of the digit that is shown, if that is known. */
import type { NetworkId } from '../../../spec/network-id';
import type { ExperimentState } from '../../../store/experiment-state';
import type { Task } from '../sample-picture';
import { taskAt } from './trunks';

/** [5] probabilities. An answer of the other task has other classes, one about another picture is not of this one. */
export function answerTo(
  prediction: ExperimentState['prediction'],
  id: NetworkId,
  task: Task,
  pixels: Float32Array,
): Float32Array | undefined {
  const given = prediction?.networks[id];
  if (!given || taskAt(given.step) !== task) return undefined;
  return prediction?.input.every((ink, pixel) => ink === pixels[pixel]) ? given.answer : undefined;
}
