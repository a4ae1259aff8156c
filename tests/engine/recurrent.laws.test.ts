/** Laws of the recurrent network as kernels, on the backend of the project. */
import { memory, type Tensor, tensor, tidy, zeros } from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { RECURRENT_LOSS } from '../../src/engine/kernels/names';
import { recurrentGradients, recurrentOutputs } from '../../src/engine/layers/recurrent-network';
import { runKernelForOne } from '../../src/engine/tfjs-kernels';
import { recurrentBackward } from '../../src/math/recurrent-backward';
import { recurrentDirectGradient } from '../../src/math/recurrent-direct-gradient';
import { recurrentStates } from '../../src/math/recurrent-forward';
import {
  recurrentOutputs as plainOutputs,
  recurrentHead,
  recurrentHeadGradient,
} from '../../src/math/recurrent-head';
import { recurrentLedger } from '../../src/math/recurrent-ledger';
import { cellsOf } from '../../src/math/recurrent-shape';
import { segmentSum } from '../../src/math/segment-sum';
import { groupedTying, independentTying, sharedTying } from '../../src/spec/tying';
import { normals, relativeDifference, scaledDifference } from '../math/arbitraries';
import { largest, type RecurrentCase, recurrentCase, recurrentCases } from '../math/recurrent-arbitraries';
import { lawRuns, openBackend } from './support';

const runs = lawRuns(100, 6);

beforeAll(async () => {
  await openBackend();
});

const read = (values: Tensor) => values.dataSync<'float32'>().slice();

/** Everything that a training pass makes, read back. */
function through({ pass, symbols, labels, labelled, cell, head }: RecurrentCase) {
  const { tying, hidden, classes, batch, steps } = pass;
  return tidy(() => {
    const weights = {
      cell: tensor(cell, [tying.groups, hidden, cellsOf(pass)]),
      head: tensor(head, [1, classes, hidden + 1]),
      groupOf: tensor([...tying.groupOf], [tying.sites], 'float32'),
    };
    const x = tensor(symbols, [batch, steps]);
    const batchOf = { symbols: x, labels: tensor(labels, [batch, steps]), labelled };
    const kernels = recurrentGradients(batchOf, weights, pass);
    let kernel = kernels.next();
    while (!kernel.done) kernel = kernels.next();
    const made = kernel.value;
    const losses = runKernelForOne(
      RECURRENT_LOSS,
      { headOut: made.headOut, losses: zeros([5]) },
      { pass, lossAt: 3 },
    );
    return {
      states: read(made.states),
      dz: read(made.dz),
      headOut: read(made.headOut),
      ledger: read(made.ledger),
      cell: read(made.cell),
      head: read(made.head),
      losses: read(losses),
      outputs: read(recurrentOutputs(x, weights, pass)),
    };
  });
}

const lossOf = (c: RecurrentCase) => through(c).losses[3] as number;

/** The map of the steps that a pass makes, over all groups. */
const tyingOf = ({ pass: { tying, steps } }: RecurrentCase) => ({
  ...{ sites: steps, groups: tying.groups },
  groupOf: tying.groupOf.slice(0, steps),
});

test('the gradient of a tied cell is the sum of its steps, and what the second path finds', () => {
  fc.assert(
    fc.property(recurrentCases, (c) => {
      const { pass } = c;
      const { states, dz, ledger, cell } = through(c);
      const scale = largest(ledger);
      const sums = segmentSum(ledger, tyingOf(c), pass.hidden * cellsOf(pass));
      expect(scaledDifference(cell, sums, scale)).toBeLessThan(1e-6);
      const groups = new Set(tyingOf(c).groupOf).size;
      const direct = recurrentDirectGradient(c.symbols, states, dz, pass, pass.hidden, groups);
      expect(scaledDifference(cell.subarray(0, direct.length), direct, scale)).toBeLessThan(1e-5);
      // Cells of later steps are not trained.
      expect(largest(cell.subarray(direct.length))).toBe(0);
    }),
    runs,
  );
});

test('independent cells that are copies of the shared one give the same outputs, and their gradients are the ledger', () => {
  fc.assert(
    fc.property(recurrentCases, ({ pass, ...c }) => {
      const kernel = c.cell.slice(0, pass.hidden * cellsOf(pass));
      const tied = through({ ...c, pass: { ...pass, tying: sharedTying(pass.steps) }, cell: kernel });
      const copies = new Float32Array(kernel.length * pass.steps);
      for (let step = 0; step < pass.steps; step++) copies.set(kernel, step * kernel.length);
      const untied = through({ ...c, pass: { ...pass, tying: independentTying(pass.steps) }, cell: copies });
      expect(scaledDifference(untied.outputs, tied.outputs, 1)).toBeLessThan(1e-6);
      expect(scaledDifference(untied.losses, tied.losses, 1)).toBeLessThan(1e-6);
      expect(scaledDifference(untied.cell, tied.ledger, largest(tied.ledger))).toBeLessThan(1e-6);
      expect(scaledDifference(untied.head, tied.head, largest(tied.head))).toBeLessThan(1e-6);
    }),
    runs,
  );
});

test('every kernel agrees with its plain-array function', () => {
  fc.assert(
    fc.property(recurrentCases, (c) => {
      const { pass, symbols } = c;
      const own = through(c);
      const states = recurrentStates(symbols, c.cell, pass);
      const headOut = recurrentHead(states, c.head, c.labels, c.labelled, pass);
      const dz = recurrentBackward(states, headOut, c.cell, c.head, pass);
      expect(scaledDifference(own.states, states, 1)).toBeLessThan(5e-6);
      expect(scaledDifference(own.outputs, plainOutputs(states, c.head, pass), 1)).toBeLessThan(5e-6);
      expect(relativeDifference(own.headOut, headOut)).toBeLessThan(1e-5);
      expect(relativeDifference(own.dz, dz)).toBeLessThan(1e-5);
      const ledger = recurrentLedger(symbols, states, dz, pass);
      expect(relativeDifference(own.ledger, ledger)).toBeLessThan(1e-5);
      expect(relativeDifference(own.head, recurrentHeadGradient(states, headOut, pass))).toBeLessThan(1e-5);
      const loss = headOut.reduce(
        (sum, share, at) => (at % (pass.classes + 1) === pass.classes ? sum + share : sum),
        0,
      );
      expect(scaledDifference(own.losses, [0, 0, 0, loss, 0], 1)).toBeLessThan(1e-5);
    }),
    runs,
  );
});

test('gradients agree with finite differences of the whole loss', () => {
  fc.assert(
    fc.property(recurrentCases, fc.nat(), (c, seed) => {
      const { cell, head } = through(c);
      const gradient = [...cell, ...head];
      const length = Math.hypot(...gradient);
      /** The loss after a move along `direction`, which has one number a weight. */
      const moved = (direction: readonly number[], by: number) => {
        const along = (values: Float32Array, from: number) =>
          values.map((value, at) => value + by * (direction[from + at] as number));
        return lossOf({ ...c, cell: along(c.cell, 0), head: along(c.head, c.cell.length) });
      };
      const random = [...normals(gradient.length, seed, 'direction')];
      for (const direction of [gradient, random]) {
        const size = Math.hypot(...direction);
        if (size < 1e-6) continue;
        const unit = direction.map((value) => value / size);
        const difference = (by: number) => (moved(unit, by) - moved(unit, -by)) / (2 * by);
        // Richardson: of the two the error of the second order falls out.
        const slope = (4 * difference(0.02) - difference(0.04)) / 3;
        const expected = unit.reduce((sum, value, at) => sum + value * (gradient[at] as number), 0);
        expect(Math.abs(slope - expected) / Math.max(length, 0.1)).toBeLessThan(1e-3);
      }
    }),
    lawRuns(40, 6),
  );
});

test('nothing after the end of a sequence changes its loss or a gradient', () => {
  const pass = {
    symbols: 3,
    hidden: 5,
    classes: 3,
    batch: 5,
    steps: 4,
    tying: groupedTying([0, 1, 0, 1, 2, 0]),
  };
  const short = recurrentCase(pass, false, 3);
  /** The same sequences with two steps more. */
  const longer = (values: Float32Array) => {
    const out = new Float32Array(5 * 6).fill(-1);
    for (let example = 0; example < 5; example++)
      out.set(values.subarray(example * 4, example * 4 + 4), example * 6);
    return out;
  };
  const long = {
    ...short,
    pass: { ...pass, steps: 6 },
    symbols: longer(short.symbols),
    labels: longer(short.labels),
  };
  const [without, with_] = [through(short), through(long)];
  expect(with_.losses).toEqual(without.losses);
  expect(with_.head).toEqual(without.head);
  expect(with_.cell).toEqual(without.cell);
  const cells = 5 * cellsOf(pass);
  expect(with_.ledger.subarray(0, 4 * cells)).toEqual(without.ledger);
  expect(largest(with_.ledger.subarray(4 * cells))).toBe(0);
  // Nor does what stands before the end of one sequence reach another.
  const ends = short.symbols.subarray(0, 4).includes(-1);
  expect(ends || short.symbols.includes(-1)).toBe(true);
  // Symbols behind the last label of a sequence are as good as none.
  const filled = { ...short, symbols: short.symbols.map((symbol) => (symbol < 0 ? 2 : symbol)) };
  expect(through(filled).cell).toEqual(without.cell);
});

test('where no loss is taken there is no gradient, and a state far out stays a number', () => {
  const pass = { symbols: 2, hidden: 3, classes: 2, batch: 2, steps: 3, tying: sharedTying(3) };
  const c = recurrentCase(pass, true, 1);
  const blank = through({ ...c, labels: c.labels.map(() => -1), labelled: 0 });
  expect(largest(blank.cell) + largest(blank.head) + largest(blank.losses)).toBe(0);
  const far = through({ ...c, cell: c.cell.map((value) => 1000 * value) });
  expect(far.states.every((h) => Math.abs(h) <= 1)).toBe(true);
  expect(largest(far.states)).toBeCloseTo(1, 6);
  const broken = through({ ...c, cell: c.cell.map(() => Number.NaN) });
  expect(broken.losses[3]).toBeNaN();
});

test('no tensor is left behind', () => {
  const [c] = fc.sample(recurrentCases, { numRuns: 1, seed: 1 });
  if (!c) throw new Error('no case');
  through(c);
  const before = memory().numTensors;
  through(c);
  expect(memory().numTensors).toBe(before);
});
