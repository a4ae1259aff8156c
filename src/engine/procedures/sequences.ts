/**
 * Sequences and the class after their last symbol. The survey is the accuracy by length, on up to 200 held-out
 * sequences of each; its cells are the lengths of `measuredLengths`.
 */
import { softmax } from '../../math/softmax-cross-entropy';
import { measuredLengths, type SequenceShape } from '../../spec/sequence-tasks';
import type { Examples } from '../data/examples';
import type { SequenceSets } from '../data/sequences';
import { EngineError } from '../engine-error';
import type { TrainedNetwork } from '../trained-network';
import { largestAt } from './largest';
import { forEachOutput, type Procedure } from './procedure';

export function sequenceProcedure(sets: SequenceSets, shape: SequenceShape): Procedure {
  const { symbols, classes, hidden, reads } = shape;
  /** Of one step: logits, then the state. */
  const stepSize = classes + hidden;
  const lengths = measuredLengths(shape);
  const byLength = lengths.map((length) => sets.ofLength(length));
  const right = (network: TrainedNetwork, examples: Examples, from: number, until: number) => {
    const { labels, labelSize } = examples;
    let count = 0;
    forEachOutput(network, examples, from, until, (index, outputs, at) => {
      let last = labelSize - 1;
      while (last > 0 && labels[index * labelSize + last] === -1) last--;
      if (largestAt(outputs, at + last * stepSize, classes) === labels[index * labelSize + last]) count++;
    });
    return count;
  };
  return {
    batches: sets.batches,
    train: sets.train,
    test: sets.test,
    correct: (...counted) => [right(...counted)],
    answer(network, sequence) {
      const count = sequence.length;
      const known = sequence.every((symbol) => Number.isInteger(symbol) && symbol >= 0 && symbol < symbols);
      if (count < 1 || count > reads || !known)
        throw new EngineError('bad-message', `A sequence has 1 to ${reads} of ${symbols} symbols.`);
      const input = new Float32Array(reads).fill(-1);
      input.set(sequence);
      const outputs = network.outputs(input, 1);
      const logits = new Float32Array(count * classes);
      const states = new Float32Array(count * hidden);
      for (let step = 0; step < count; step++) {
        const from = step * stepSize;
        logits.set(outputs.subarray(from, from + classes), step * classes);
        states.set(outputs.subarray(from + classes, from + stepSize), step * hidden);
      }
      const probabilities = softmax(logits, classes);
      return { kind: 'sequence', answer: probabilities.slice(-classes), probabilities, states };
    },
    survey: {
      order: lengths.map((_, cell) => cell),
      width: 1,
      measure(network, cell) {
        const examples = byLength[cell];
        if (!examples) throw new RangeError(`There is no length ${cell}.`);
        return [right(network, examples, 0, examples.count) / examples.count];
      },
    },
  };
}
