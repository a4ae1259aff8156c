/**
 * Pairs of pictures, right where the distance of their points is on the right side of a threshold fitted on other
 * people's pairs. The survey goes over the test pairs, 50 to a cell and four numbers each: d(a, b), d(b, a), d(a, a)
 * and the distance of the raw pixels.
 */
import { pairDistances } from '../../math/contrastive-loss';
import { bestThreshold } from '../../math/roc';
import { type Examples, inputsOf } from '../data/examples';
import { isSamePair, type PairSets } from '../data/pairs';
import { EngineError } from '../engine-error';
import type { TrainedNetwork } from '../trained-network';
import { forEachOutput, type Procedure } from './procedure';

const PAIRS_TO_A_CELL = 50;
const NUMBERS_TO_A_PAIR = 4;

export function pairProcedure(sets: PairSets): Procedure {
  const { train, test, threshold: judges, swapped } = sets;
  const { size } = test;
  const pixels = size / 2;
  /** Of a network's newest weights. */
  const thresholds = new WeakMap<TrainedNetwork, { readonly version: number; readonly threshold: number }>();

  function distances(network: TrainedNetwork, examples: Examples, from: number, until: number) {
    const out = new Float32Array(until - from);
    forEachOutput(network, examples, from, until, (index, outputs, at) => {
      const points = outputs.subarray(at, at + network.outputSize);
      out[index - from] = pairDistances(points, network.outputSize / 2)[0] as number;
    });
    return out;
  }

  function thresholdOf(network: TrainedNetwork): number {
    const known = thresholds.get(network);
    const version = network.version();
    if (known?.version === version) return known.threshold;
    const all = distances(network, judges, 0, judges.count);
    const of = (same: boolean) => all.filter((_, index) => isSamePair(index) === same);
    // Of a network that has diverged nothing can be fitted.
    const threshold = all.every(Number.isFinite) ? bestThreshold(of(true), of(false)) : Number.NaN;
    thresholds.set(network, { version, threshold });
    return threshold;
  }

  return {
    batches: train,
    train,
    test,
    correct(network, examples, from, until) {
      const threshold = thresholdOf(network);
      let right = 0;
      distances(network, examples, from, until).forEach((distance, at) => {
        // Of a network that has diverged nothing is right.
        if (Number.isFinite(distance) && distance <= threshold === isSamePair(from + at)) right++;
      });
      return [right];
    },
    answer(network, pairs) {
      const count = pairs.length / size;
      if (!Number.isInteger(count) || count < 1)
        throw new EngineError('bad-message', `A pair has ${size} pixels; these are ${pairs.length}.`);
      const points = network.outputs(pairs, count).slice(0, count * network.outputSize);
      const answer = pairDistances(points, network.outputSize / 2);
      return { kind: 'pairs', answer, points, threshold: thresholdOf(network) };
    },
    survey: {
      order: Array.from({ length: Math.ceil(test.count / PAIRS_TO_A_CELL) }, (_, cell) => cell),
      width: PAIRS_TO_A_CELL * NUMBERS_TO_A_PAIR,
      measure(network, cell) {
        const from = cell * PAIRS_TO_A_CELL;
        const until = Math.min(test.count, from + PAIRS_TO_A_CELL);
        const inputs = inputsOf(test, from, until);
        const columns = [
          distances(network, test, from, until),
          distances(network, swapped, from, until),
          distances(network, withItself(test), from, until),
          pairDistances(inputs, pixels),
        ];
        return interleaved(columns, PAIRS_TO_A_CELL);
      },
    },
  };
}

/** Pairs of the first picture and the first picture. */
function withItself(examples: Examples): Examples {
  return {
    ...examples,
    write(index, into) {
      examples.write(index, into);
      into.copyWithin(into.length / 2, 0, into.length / 2);
    },
  };
}

/** Columns of at most `rows` numbers -> [rows, columns]; NaN where a column is shorter. */
function interleaved(columns: readonly Float32Array[], rows: number): Float32Array {
  return Float32Array.from(
    { length: rows * columns.length },
    (_, at) => columns[at % columns.length]?.[Math.floor(at / columns.length)] ?? Number.NaN,
  );
}
