/** What may stand in a page's storage: plans, figures and paces that are valid, or have one part that may not be so. */
import fc from 'fast-check';
import { patternNames } from '../../../src/spec/tie-map';
import type { SweepPlan, SweepSettings } from '../../../src/store/sweep/sweep-plan';

/** `valid`: the same where all of it may be believed, else null. */
type Stored<Value> = { readonly stored: unknown; readonly valid: Value | null };

/** `broken`: copies of a valid value that are not valid. */
function nearlyValid<Value>(
  whole: fc.Arbitrary<Value>,
  broken: (valid: Value) => readonly unknown[],
): fc.Arbitrary<Stored<Value>> {
  return fc.oneof(
    whole.map((value) => ({ stored: value, valid: value })),
    whole.chain((value) => fc.constantFrom(...broken(value)).map((stored) => ({ stored, valid: null }))),
  );
}

const wrongSettings: { readonly [Name in keyof SweepSettings]: readonly unknown[] } = {
  task: ['corner', null, 1],
  seed: [-1, 0.5, '1', null],
  steps: [0, 20_001, 1.5, null],
  batch: [0, 257, '64'],
  rate: [0, 1001, '0.01', null],
  optimizer: ['adagrad', null],
  decay: ['half', null],
  shrink: [-0.1, 1.1, '0.1'],
  backend: ['auto', 'wasm', null],
  digits: [0, 1e6, 'all'],
};
const wrongRows = [[], null, {}, [9], [8001], [200, 200], ['200'], [11, 12, 13, 14, 15, 16, 17, 18, 19]];
const wrongColumns = [[], null, 'one', ['stripes'], ['0.256'], ['1.256'], ['one', 'one'], [7]];

const settings: fc.Arbitrary<SweepSettings> = fc.record({
  task: fc.constantFrom('roaming', 'centred', 'two-rules'),
  seed: fc.nat(1000),
  steps: fc.integer({ min: 1, max: 20_000 }),
  batch: fc.integer({ min: 1, max: 256 }),
  rate: fc.double({ min: 1e-6, max: 1000, noNaN: true }),
  optimizer: fc.constantFrom('sgd', 'momentum', 'adam'),
  decay: fc.constantFrom('none', 'last-fifth'),
  shrink: fc.option(fc.nat(100).map((percent) => percent / 100)),
  backend: fc.constantFrom('cpu', 'webgl'),
  digits: fc.option(fc.integer({ min: 1, max: 100_000 })),
});

const plan: fc.Arbitrary<SweepPlan> = fc.record({
  settings,
  rows: fc.uniqueArray(fc.integer({ min: 10, max: 8000 }), { minLength: 1, maxLength: 8 }),
  columns: fc.subarray([...patternNames, '0.100-1.156'], { minLength: 1 }),
});

export const anyPlan = nearlyValid(plan, (whole) => [
  ...Object.entries(wrongSettings).flatMap(([name, values]) =>
    values.map((value) => ({ ...whole, settings: { ...whole.settings, [name]: value } })),
  ),
  ...wrongRows.map((rows) => ({ ...whole, rows })),
  ...wrongColumns.map((columns) => ({ ...whole, columns })),
]);

type Entry = readonly [key: string, train: number, trained: number, test: number, tested: number];
const tally = fc.integer({ min: 1, max: 2000 }).chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));
const entry = fc
  .tuple(fc.string(), tally, tally)
  .map(([key, train, test]): Entry => [key, ...train, ...test]);

/** Figures of one cell. */
export const anyEntry = nearlyValid(entry, (whole) => {
  const parts: readonly unknown[] = whole;
  return [
    ...[7, null, 'k'.repeat(1401)].map((key) => parts.with(0, key)),
    ...[1, 3].flatMap((at) => [-1, 0.5, 2001, '1', null].map((count) => parts.with(at, count))),
    ...[2, 4].flatMap((at) => [0, 2001, '1', null].map((count) => parts.with(at, count))),
    ...[parts.slice(0, 4), { ...parts }, null],
  ];
});

const pace = fc.record({ cpu: fc.double({ min: 1e-3, max: 1e3, noNaN: true }) });
export const anyPace = nearlyValid(pace, ({ cpu }) => [
  ...[0, -cpu, String(cpu), null].map((wrong) => ({ cpu: wrong })),
  ...[cpu, [cpu], null],
]);
