/** A small stand-in for a finished training step of a recurrent network, and for what it says of a word: seeded numbers. */
import { recurrentLab as words } from '../../src/i18n/en/recurrent-lab';
import { randomStream } from '../../src/math/random';
import { segmentSum } from '../../src/math/segment-sum';
import { softmax } from '../../src/math/softmax-cross-entropy';
import { sequenceTasks } from '../../src/spec/sequence-tasks';
import { independentTying, sharedTying } from '../../src/spec/tying';
import { lightPalette } from '../../src/views/palette';
import type { Reading, RecurrentPicture } from '../../src/views/recurrent-picture';
import type { RecurrentViewProps } from '../../src/views/recurrent-view';

export const TRAINED = 6;
export const shape = { ...sequenceTasks.language, trained: TRAINED };
export const CELLS = shape.hidden * (shape.symbols + shape.hidden + 1);

export function recurrentPicture(network: 'shared' | 'independent'): RecurrentPicture {
  const tying = network === 'shared' ? sharedTying(TRAINED) : independentTying(TRAINED);
  const stream = randomStream(1, network);
  const fill = (rows: number, scale: number) =>
    Float32Array.from({ length: rows * CELLS }, () => stream.normal() * scale);
  // Along one direction too, so that shares differ.
  const along = fill(1, 0.01);
  const tiles = fill(TRAINED, 0.004).map(
    (value, at) =>
      value +
      (along[at % CELLS] ?? 0) * Math.floor(at / CELLS) -
      0.01 * Number(at < CELLS) * (along[at] ?? 0),
  );
  const previousKernels = fill(tying.groups, 0.2);
  const gradient = segmentSum(tiles, tying, CELLS);
  return {
    kernels: previousKernels.map((weight, at) => weight - 0.003 * Math.sign(gradient[at] ?? 0)),
    ...{ previousKernels, tiles, gradient, groupOf: tying.groupOf, groups: tying.groups },
    ...{ source: 'batch', step: 120, loss: 0.9 },
  };
}

export function reading(network: 'shared' | 'independent', steps: number): Reading {
  const stream = randomStream(2, network);
  const logits = Float32Array.from({ length: steps * shape.classes }, () => 2 * stream.normal());
  const states = Float32Array.from({ length: steps * shape.hidden }, () => Math.tanh(stream.normal()));
  return { probabilities: softmax(logits, shape.classes), states, step: 120 };
}

export function propsOf(word: string): RecurrentViewProps {
  const letters = [...word];
  const card = (network: 'shared' | 'independent') => ({
    picture: recurrentPicture(network),
    reading: reading(network, letters.length),
  });
  return {
    ...{ palette: lightPalette, words, width: 576, dpr: 1, task: 'language', shape, letters },
    classes: words.languages,
    right: letters.map((_, step) => (step === letters.length - 1 ? 3 : null)),
    routing: 0,
    shared: card('shared'),
    independent: card('independent'),
    untrained: new Float32Array(shape.reads * CELLS).fill(0.1),
    ...{ phase: null, selected: 3, part: null },
  };
}
