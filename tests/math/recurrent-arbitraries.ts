/** Random small recurrent networks with sequences that end somewhere, for the laws. */
import * as fc from 'fast-check';
import { randomStream } from '../../src/math/random';
import { countLabels } from '../../src/math/recurrent-head';
import { cellsOf, type RecurrentPass } from '../../src/math/recurrent-shape';
import { groupedTying } from '../../src/spec/tying';
import { normals } from './arbitraries';

export type RecurrentCase = {
  readonly pass: RecurrentPass;
  /** [batch, steps], -1 after the end */
  readonly symbols: Float32Array;
  readonly labels: Float32Array;
  readonly labelled: number;
  readonly cell: Float32Array;
  readonly head: Float32Array;
};

/** `everyStep`: a label after every symbol, else after the last one. Sequences have 1 to `steps` symbols. */
export function recurrentCase(pass: RecurrentPass, everyStep: boolean, seed: number): RecurrentCase {
  const { batch, steps, hidden, classes, tying } = pass;
  const stream = randomStream(seed, 'sequences');
  const symbols = new Float32Array(batch * steps).fill(-1);
  const labels = new Float32Array(batch * steps).fill(-1);
  for (let example = 0; example < batch; example++) {
    const length = 1 + stream.integer(steps);
    for (let step = 0; step < length; step++) {
      symbols[example * steps + step] = stream.integer(pass.symbols);
      if (everyStep || step === length - 1) labels[example * steps + step] = stream.integer(classes);
    }
  }
  const scaled = (values: Float32Array) => values.map((value) => 0.5 * value);
  return {
    pass,
    symbols,
    labels,
    labelled: countLabels(labels),
    cell: scaled(normals(tying.groups * hidden * cellsOf(pass), seed, 'cell')),
    head: scaled(normals(classes * (hidden + 1), seed, 'head')),
  };
}

/** Networks of odd sizes under any tie map, some of whose sites come after the last step. */
export const recurrentCases = fc
  .record({
    symbols: fc.integer({ min: 1, max: 5 }),
    hidden: fc.integer({ min: 1, max: 7 }),
    classes: fc.integer({ min: 2, max: 4 }),
    batch: fc.integer({ min: 1, max: 6 }),
    steps: fc.integer({ min: 1, max: 6 }),
    beyond: fc.integer({ min: 0, max: 2 }),
    labels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 8, maxLength: 8 }),
    kind: fc.constantFrom('shared', 'independent', 'grouped'),
    everyStep: fc.boolean(),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .map(({ beyond, labels, kind, everyStep, seed, ...sizes }) => {
    const map = Array.from({ length: sizes.steps + beyond }, (_, site) =>
      kind === 'shared' ? 0 : kind === 'independent' ? site : (labels[site] as number),
    );
    return recurrentCase({ ...sizes, tying: groupedTying(map) }, everyStep, seed);
  });

/** Largest absolute value. */
export function largest(values: Float32Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
