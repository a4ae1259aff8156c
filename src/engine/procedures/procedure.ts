/**
 * What is asked of the networks of an experiment, by kind of data: which examples they see, what counts as a right
 * answer, what they answer to an input, and a survey: numbers measured cell by cell, in slices.
 */
import type { Answer } from '../../spec/answer';
import { type Examples, inputsOf } from '../data/examples';
import type { TrainedNetwork } from '../trained-network';

/** The examples of one task. */
export type ExampleSets = {
  /** What batches are drawn from: the training examples, of the size that training takes. */
  readonly batches: Examples;
  readonly train: Examples;
  readonly test: Examples;
  /** Examples of a batch are no more than this; without it as many as the experiment says. */
  readonly mostInBatch?: number;
};

export type Procedure = ExampleSets & {
  /** Another task that comes first: its sets are those of the steps up to `until`. */
  readonly before?: ExampleSets & { readonly until: number };
  /** Where the losses of two steps are of different tasks: a loss beyond those of all tasks. */
  readonly runaway?: number;
  /** How many tasks are asked of the same examples; 1 where it is not said. */
  readonly tasks?: number;
  /** Examples that are counted at a time; without it 100. */
  readonly slice?: number;
  /** Right answers among the examples `from` to `until`; where there are several tasks those to each of them. */
  correct(network: TrainedNetwork, examples: Examples, from: number, until: number): readonly number[];
  /** Where there is no right and wrong: the sum of the squared errors on these examples; `correct` then counts none. */
  error?(network: TrainedNetwork, examples: Examples, from: number, until: number): number;
  /** Throws EngineError `bad-message` where the input does not fit. */
  answer(network: TrainedNetwork, input: Float32Array): Answer;
  readonly survey: Survey;
};

export type Survey = {
  /** Cells, 0-based, in the order in which they are measured. */
  readonly order: readonly number[];
  /** Numbers of one cell. */
  readonly width: number;
  measure(network: TrainedNetwork, cell: number): ArrayLike<number>;
};

/** Examples in one forward pass. */
const FORWARD_BATCH = 100;

/** Visits the outputs of the examples `from` to `until`, those of one forward pass at a time. */
export function forEachOutput(
  network: TrainedNetwork,
  examples: Examples,
  from: number,
  until: number,
  visit: (index: number, outputs: Float32Array, at: number) => void,
): void {
  for (let start = from; start < until; start += FORWARD_BATCH) {
    const end = Math.min(until, start + FORWARD_BATCH);
    const outputs = network.outputs(inputsOf(examples, start, end), end - start);
    for (let index = start; index < end; index++) visit(index, outputs, (index - start) * network.outputSize);
  }
}
