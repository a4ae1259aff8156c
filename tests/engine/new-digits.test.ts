/** The two tasks of digits: who is in which, what stays when there are more examples, and what the survey counts. */
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { inputsOf } from '../../src/engine/data/examples';
import { newDigits, oldDigits } from '../../src/engine/data/new-digits';
import { makeProcedure } from '../../src/engine/procedures/make-procedure';
import { createSession } from '../../src/engine/session';
import { networkCost } from '../../src/math/cost';
import type { ExperimentSpec, LayeredNetworkSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { TRANSFER_NETWORKS, transferNetwork } from '../../src/spec/transfer-network';
import { clock, countOf, dataOf, noiseDigits, openBackend } from './support';

const digits = noiseDigits(300, 150);
const spec: ExperimentSpec = {
  seed: 2,
  data: { kind: 'new-digits', examples: 3 },
  steps: 8,
  batch: 8,
  optimizer: { kind: 'sgd', rate: 0.01, decay: 'none' },
  lending: { steps: 4, examples: 50, rate: 0.003 },
  networks: TRANSFER_NETWORKS.map(transferNetwork),
};

let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('cpu');
});

const countsOf = (labels: ArrayLike<number>) =>
  [0, 1, 2, 3, 4].map((label) => Array.from(labels).filter((each) => each === label).length);

test('the old task has the first digits of 0 to 4, the new one as many of each of 5 to 9, both counted from 0', () => {
  const old = oldDigits(digits, 40, 1);
  expect(old.train.count).toBe(40);
  const wanted = Array.from(digits.train.labels).filter((label) => label < 5);
  expect(Array.from(old.train.labels)).toEqual(wanted.slice(0, 40));
  expect(Array.from(old.test.labels)).toEqual(Array.from(digits.test.labels).filter((label) => label < 5));
  const few = newDigits(digits, 4, 1);
  expect(countsOf(few.train.labels)).toEqual([4, 4, 4, 4, 4]);
  expect(few.test.count + old.test.count).toBe(150);
});

test('more examples are the same ones and others, at the same places', () => {
  const [few, many] = [newDigits(digits, 3, 1).train, newDigits(digits, 7, 1).train];
  expect(inputsOf(many, 0, few.count)).toEqual(inputsOf(few, 0, few.count));
  expect(Array.from(many.labels).slice(0, few.count)).toEqual(Array.from(few.labels));
  const moved = newDigits(digits, 3, 2).train;
  expect(inputsOf(moved, 0, few.count)).not.toEqual(inputsOf(few, 0, few.count));
});

test('a digit keeps its ink when it is placed, in a square of half the side', () => {
  const { train } = newDigits(digits, 2, 5);
  for (let index = 0; index < train.count; index++) {
    const pixels = inputsOf(train, index, index + 1);
    const inked = Array.from(pixels.keys()).filter((at) => (pixels[at] ?? 0) > 0);
    const rows = inked.map((at) => Math.floor(at / 28));
    const columns = inked.map((at) => at % 28);
    expect(Math.max(...rows) - Math.min(...rows)).toBeLessThan(14);
    expect(Math.max(...columns) - Math.min(...columns)).toBeLessThan(14);
    expect(inked.length).toBeGreaterThan(100);
  }
});

test('the survey counts by class what a network reads of the task it is at', () => {
  const session = createSession({ spec, data: dataOf(digits), backend, clock });
  const right = (network: 'frozen') => {
    const shares = session.survey.order.map((cell) => Number(session.measure(network, cell)[0]));
    const labels = session.sizeOf(network, 'test');
    return { shares, all: countOf(session, network, 'test', 0, labels) };
  };
  for (const count of [4, 3]) {
    session.train('frozen', count);
    const { shares, all } = right('frozen');
    const sets = session.stepOf('frozen') <= 4 ? oldDigits(digits, 50, 2) : newDigits(digits, 3, 2);
    const total = countsOf(sets.test.labels).reduce((sum, of, label) => sum + of * (shares[label] ?? 0), 0);
    expect(total).toBeCloseTo(all, 6);
  }
  expect(() => session.measure('frozen', 5)).toThrow(RangeError);
  session.dispose();
});

test('is refused without an old task, with other networks, or where one of the tasks has no digits', () => {
  const { lending, ...without } = spec;
  expect(lending).toBeDefined();
  expect(() => makeProcedure(without, dataOf(digits))).toThrow(/do not go/);
  const lent = transferNetwork('frozen');
  const { transfer = [], layers } = lent;
  const tenClasses: LayeredNetworkSpec = { ...lent, layers: layers.with(-1, { kind: 'dense', units: 10 }) };
  for (const other of [
    flagshipNetwork('shared'),
    { ...flagshipNetwork('shared'), transfer: transfer.slice(1) },
    { ...lent, transfer: transfer.slice(1) },
    { ...lent, input: [14, 14, 1] as const },
    tenClasses,
  ])
    expect(() => makeProcedure({ ...spec, networks: [lent, other] }, dataOf(digits))).toThrow(/do not go/);
  expect(() => makeProcedure({ ...spec, networks: [lent] }, dataOf(digits))).not.toThrow();
  expect(() => makeProcedure(spec, { kind: 'symbols' })).toThrow(/do not go/);
  expect(() => makeProcedure({ ...spec, data: { kind: 'new-digits', examples: 0 } }, dataOf(digits))).toThrow(
    /no digits/,
  );
});

test('what training can change is the head where the trunk is frozen, else all', () => {
  const counts = TRANSFER_NETWORKS.map((id) => networkCost(transferNetwork(id)).parameters);
  expect(Object.fromEntries(TRANSFER_NETWORKS.map((id, at) => [id, counts[at]]))).toEqual({
    ...{ scratch: 4133, random: 165, frozen: 165, 'fine-tuned': 4133 },
  });
  const work = new Set(TRANSFER_NETWORKS.map((id) => networkCost(transferNetwork(id)).multiplyAdds));
  expect(work.size).toBe(1);
});
