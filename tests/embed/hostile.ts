/** Anything that a page can post: whatever the structured clone lets through, near our messages and far from them. */
import fc from 'fast-check';
import { commands } from '../../src/spec/frame-messages';

const cycle: Record<string, unknown> = { ns: 'tied', v: 1, type: 'setState' };
cycle.payload = cycle;

export const oddities: readonly unknown[] = [
  undefined,
  null,
  Number.NaN,
  -0,
  1e308,
  Number.POSITIVE_INFINITY,
  10n,
  '',
  'x'.repeat(100_000),
  [],
  new Array(100_000).fill(0),
  new Map([['ns', 'tied']]),
  new Set([1]),
  new ArrayBuffer(64),
  new Float32Array(784),
  new Date(0),
  /tied/,
  new Error('tied'),
  cycle,
  JSON.parse('{"__proto__": {"count": 5}, "constructor": 1}'),
  Object.create(null),
  { pixels: new Array(784) },
  { pixels: new Array(784).fill(Number.NaN) },
  { pixels: new Float64Array(784).fill(0.5) },
  { count: 1e9 },
  { count: 0.5 },
  { count: [3] },
  { format: 'svg', scale: Number.NaN },
  { format: '__proto__' },
  { rate: Number.POSITIVE_INFINITY, seed: Number.NaN },
  { cells: new Array(100_000).fill(1) },
  Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`key${at}`, at])),
];

const odd = fc.constantFrom(...oddities);
const near = fc.record(
  {
    ns: fc.oneof({ weight: 9, arbitrary: fc.constant('tied') }, odd),
    v: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, odd),
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...Object.keys(commands)) },
      fc.constantFrom('__proto__', 'toString', 'ready', 'metrics'),
      odd,
    ),
    id: fc.oneof(fc.integer(), fc.string(), odd),
    payload: fc.oneof(odd, fc.object(), fc.dictionary(fc.string(), fc.anything())),
  },
  { requiredKeys: [] },
);

export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: near },
  odd,
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
);
