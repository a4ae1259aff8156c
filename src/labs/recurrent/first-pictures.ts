/**
 * The stage before any training: what the networks say of its sequence and the gradients of one training sequence,
 * from the seeded initial weights, by the same mathematics as the engine's, on the main thread. Nothing is invented.
 */
import { memory } from '../../lab-page/memory';
import { initialWeights } from '../../math/initial-weights';
import { recurrentDirectGradient } from '../../math/recurrent-direct-gradient';
import { ledgerOnSequence, recurrentOnSequence } from '../../math/recurrent-on-sequence';
import { cellsOf, recurrentShape } from '../../math/recurrent-shape';
import { softmax } from '../../math/softmax-cross-entropy';
import { type SequenceTask, sequenceNetwork } from '../../spec/sequence-tasks';
import type { Reading, RecurrentPicture } from '../../views/recurrent-picture';
import { trainedLength } from './build-spec';
import type { RecurrentState } from './parameters';
import { firstSequence, stageSequence } from './sequences';

export type RecurrentNetwork = 'shared' | 'independent';
type FirstState = Pick<RecurrentState, 'data' | 'longest' | 'seed' | 'word'>;

const MOST_KNOWN = 12;

const weightsMemory = memory<readonly Float32Array[]>(MOST_KNOWN);
const readingMemory = memory<Reading>(MOST_KNOWN);
const pictureMemory = memory<RecurrentPicture>(MOST_KNOWN);

/** [cells of `reads` steps, one or each; the head] as they begin. How far training reaches changes nothing. */
export const firstWeights = (network: RecurrentNetwork, task: SequenceTask, seed: number) =>
  weightsMemory(`${network} ${task} ${seed}`, () => initialWeights(sequenceNetwork(network, task, 1), seed));

const shapeOf = (network: RecurrentNetwork, task: SequenceTask) =>
  recurrentShape(sequenceNetwork(network, task, 1));

/** What the network says of the sequence on the stage before any training. */
export function firstReading(network: RecurrentNetwork, state: FirstState): Reading {
  const { data: task, seed } = state;
  const { text, symbols } = stageSequence(state);
  return readingMemory(`${network} ${task} ${seed} ${text}`, () => {
    const shape = shapeOf(network, task);
    const { states, logits } = recurrentOnSequence(shape, firstWeights(network, task, seed), symbols);
    return { probabilities: softmax(logits, shape.classes), states, step: 0 };
  });
}

/** The gradients of one training sequence with the initial weights. */
export function firstPicture(network: RecurrentNetwork, state: FirstState): RecurrentPicture {
  const { data: task, seed } = state;
  const trained = trainedLength(state);
  return pictureMemory(`${network} ${task} ${seed} ${trained}`, () => {
    const shape = shapeOf(network, task);
    const weights = firstWeights(network, task, seed);
    const { symbols, classes } = firstSequence(state);
    const labels = classes.map((label) => label ?? -1);
    const tiles = ledgerOnSequence(shape, weights, symbols, labels);
    const groupOf = shape.tying.groupOf.slice(0, trained);
    const groups = new Set(groupOf).size;
    const { hidden } = shape;
    const cells = cellsOf(shape);
    // For one example the gradient of a step's bias is that of its z.
    const dz = Float32Array.from({ length: trained * hidden }, (_, at) => tiles[at * cells + cells - 1] ?? 0);
    const pass = { ...shape, batch: 1, steps: trained };
    const { states } = recurrentOnSequence(shape, weights, symbols);
    const kernels = (weights[0] ?? new Float32Array()).slice(0, groups * hidden * cells);
    return {
      kernels,
      previousKernels: kernels,
      tiles,
      gradient: recurrentDirectGradient(symbols, states, dz, pass, hidden, groups),
      groupOf,
      groups,
      source: 'example',
      step: 0,
      loss: null,
    };
  });
}
