/** A run recorded elsewhere: every bit of it comes back, and it gives way to the first action. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { randomStream } from '../../src/math/random';
import { shownNetworks } from '../../src/store/experiment-state';
import { emptyRecord } from '../../src/store/network-record';
import type { StoredRun } from '../../src/store/stored-run';
import { storedRunBytes, storedRunOf } from '../../src/store/stored-run-bytes';
import { bytesOfBase64, unzipped } from '../../src/store/unpack';
import { pageAndHost } from './page-and-host';
import { recordRun } from './record-run';

const packedSize = (bytes: Uint8Array) => gzipSync(bytes).length;

const recorded = async () => ({ run: await recordRun(), page: pageAndHost() });

test('packed and unpacked again, a run is the same to the last bit', async () => {
  const { run } = await recorded();
  const bytes = storedRunBytes(run, packedSize);
  expect(storedRunOf(await unzipped(bytesOfBase64(gzipSync(bytes).toString('base64'))))).toEqual(run);
});

test('numbers that JSON has no word for come back outside arrays too', async () => {
  const { run } = await recorded();
  for (const error of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN]) {
    const tally = { correct: 0, total: 200, error };
    const shared = { ...emptyRecord, step: 60, evaluations: [{ step: 60, test: tally, train: tally }] };
    const ranAway: StoredRun = { ...run, networks: { shared } };
    const back = storedRunOf(storedRunBytes(ranAway, packedSize));
    expect(back).toEqual(ranAway);
    expect(back.networks.shared?.evaluations[0]?.test.error).toBe(error);
  }
});

test('bytes that are of no run are refused', async () => {
  const { run } = await recorded();
  const { step: _, ...without } = run;
  const bytes = storedRunBytes(without as typeof run, packedSize);
  expect(() => storedRunOf(bytes)).toThrow(TypeError);
  expect(() => storedRunOf(bytes.slice(0, 3))).toThrow();
  const other = storedRunBytes(run, packedSize);
  // The first mark of the first line, "[", becomes a "{".
  other[4] = 123;
  expect(() => storedRunOf(other)).toThrow();
});

test('an array comes back to the last bit, in whichever form it is kept', async () => {
  const { run } = await recorded();
  const random = randomStream(5, 'stored run');
  const inputs = {
    levels: Float32Array.from({ length: 300 }, (_, index) => (index % 256) / 255),
    'levels but for a negative zero': Float32Array.of(0, 1, 0.2, -0),
    'no levels': Float32Array.of(0.1, 2, -1, Number.NaN, Number.POSITIVE_INFINITY),
    floats: Float32Array.from({ length: 200 }, () => random.uniform() - 0.5),
    none: new Float32Array(),
  };
  const bits = (floats: Float32Array) => [...new Uint8Array(floats.slice().buffer)];
  // The smallest, and then the largest of its forms.
  for (const [name, input] of Object.entries(inputs))
    for (const size of [packedSize, (bytes: Uint8Array) => -packedSize(bytes)]) {
      const back = storedRunOf(storedRunBytes({ ...run, input }, size));
      expect(bits(back.input), name).toEqual(bits(input));
    }
  const levels = Float32Array.from({ length: 4000 }, (_, index) => ((index * 7919) % 256) / 255);
  const withInput = (input: Float32Array) => storedRunBytes({ ...run, input }, packedSize).length;
  expect(withInput(levels) - withInput(levels.slice(0, 2000))).toBe(2000);
});

test('arrays of the same bits are stored once, and are one array again', async () => {
  const { run } = await recorded();
  const watched = run.networks.shared?.watched;
  if (!watched) throw new Error('nothing was watched');
  const { kernels } = watched;
  const lighter = { ...watched, ledger: null, gradient: null };
  const runWith = (previousKernels: Float32Array) => {
    const shared = { ...run.networks.shared, watched: { ...lighter, previousKernels } };
    return { ...run, networks: { shared } } as typeof run;
  };
  for (const again of [kernels, kernels.slice()]) {
    const back = storedRunOf(storedRunBytes(runWith(again), packedSize)).networks.shared?.watched;
    expect(back?.previousKernels).toBe(back?.kernels);
    expect(back?.kernels).toEqual(kernels);
  }
  const plain = ({ length }: Uint8Array) => length;
  const others = kernels.map((value) => value + 1);
  expect(
    storedRunBytes(runWith(others), plain).length - storedRunBytes(runWith(kernels), plain).length,
  ).toBeGreaterThanOrEqual(kernels.byteLength);
});

test('it is shown at its end, without a worker', async () => {
  const { run, page } = await recorded();
  page.store.showStored(run);
  await page.quiet();
  expect(page.workers).toHaveLength(0);
  expect(page.state()).toMatchObject({ step: 60, status: 'closed', backend: null, stored: {} });
  expect(page.state().networks.shared?.losses).toHaveLength(60);
  expect(shownNetworks(page.state()).shared?.step).toBe(60);
  expect(page.state().frames).toHaveLength(1);
});

test('Run, a step and a poke begin at step 0 of a run of this page', async () => {
  for (const [act, step] of [
    ['run', 60],
    ['stepOnce', 1],
  ] as const) {
    const { run, page } = await recorded();
    page.store.showStored(run);
    page.store[act]();
    expect(page.state()).toMatchObject({ step: 0, stored: null });
    await page.quiet();
    expect(page.state()).toMatchObject({ step, stored: null });
  }
  const { run, page } = await recorded();
  page.store.showStored(run);
  page.store.poke(['shared'], 0, 0, 0, 0.5);
  await page.quiet();
  expect(page.state()).toMatchObject({ step: 0, stored: null, changedByHand: true });
});

test('Reset and leaving it show step 0, without a worker', async () => {
  for (const act of ['reset', 'leaveStored'] as const) {
    const { run, page } = await recorded();
    page.store.showStored(run);
    page.store[act]();
    expect(page.state()).toMatchObject({ step: 0, stored: null, networks: {}, status: 'closed' });
    expect(page.workers).toHaveLength(0);
  }
});

test('a run of another experiment is not shown, nor any over one that has begun', async () => {
  const { run, page } = await recorded();
  page.store.showStored({ ...run, spec: { ...run.spec, seed: 2 } });
  expect(page.state()).toMatchObject({ step: 0, stored: null });
  page.store.stepOnce();
  await page.quiet();
  page.store.showStored(run);
  expect(page.state()).toMatchObject({ step: 1, stored: null });
});
