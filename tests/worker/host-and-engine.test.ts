/** The host with the real engine on the cpu kernels and the real digits: few steps, small batches. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { chooseBackend } from '../../src/engine/backend';
import { type Digits, decodeDigits } from '../../src/engine/data/digit-file';
import { createSession } from '../../src/engine/session';
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import type { WatchedLayer } from '../../src/worker/frames';
import { driveHost, watchAll } from './drive-host';
import { smallSpec } from './specs';

let digits: Digits;
let backend: Awaited<ReturnType<typeof chooseBackend>>;
beforeAll(async () => {
  digits = decodeDigits(gunzipSync(readFileSync(new URL('../../public/data/mnist.bin', import.meta.url))));
  // A tenth of the test digits, so that evaluations are short.
  const { labels, packed } = digits.test;
  digits = { ...digits, test: { count: 100, labels: labels.slice(0, 100), packed: packed.slice(0, 39_200) } };
  backend = await chooseBackend('cpu', () => null);
});

const withEngine = () =>
  driveHost({
    session: (spec: ExperimentSpec) =>
      createSession({ spec, data: { kind: 'digits', digits }, backend, clock: () => performance.now() }),
  });

/** Sum over the sites of one tap of the ledger. */
function sumOfTiles(layer: WatchedLayer, tap: number): number {
  const taps = layer.kernels.length;
  let sum = 0;
  for (let at = tap; at < (layer.ledger?.length ?? 0); at += taps) sum += layer.ledger?.[at] ?? 0;
  return sum;
}

describe('host and engine', () => {
  it('gives the same curves for the same spec, in lockstep or caught up', async () => {
    const one = withEngine();
    one.open();
    one.send({ type: 'train', order: 0, until: 22, pace: null });
    await one.quiet();
    const other = withEngine();
    other.open({ bench: ['independent'] });
    other.send({ type: 'train', order: 0, until: 15, pace: null });
    await other.quiet();
    other.send({ type: 'bench', networks: ['shared'] });
    await other.quiet();
    other.send({ type: 'train', order: 0, until: 22, pace: null });
    await other.quiet();
    expect(one.lossesOf('shared')).toHaveLength(22);
    expect(other.lossesOf('shared')).toEqual(one.lossesOf('shared'));
    expect(other.lossesOf('independent')).toEqual(one.lossesOf('independent').slice(0, 15));
    const curve = (driven: typeof one) =>
      driven.of('evaluated').filter(({ network, step }) => network === 'shared' && step % 20 === 0);
    expect(curve(other).map(({ step, test }) => [step, test])).toEqual(
      curve(one).map(({ step, test }) => [step, test]),
    );
  });

  it('sends a ledger whose sum is the gradient by the second path', async () => {
    const { open, send, quiet, of } = withEngine();
    open();
    send(watchAll);
    send({ type: 'train', order: 0, until: 1, pace: null });
    await quiet();
    const shared = of('frame').at(-1)?.frame.networks.shared?.watched;
    if (!shared?.gradient) throw new Error('Nothing was watched.');
    expect(shared.kernels).toHaveLength(26);
    expect(shared.ledger).toHaveLength(196 * 26);
    for (let tap = 0; tap < 26; tap += 1)
      expect(sumOfTiles(shared, tap)).toBeCloseTo(shared.gradient[tap] ?? Number.NaN, 5);
    expect(shared.kernels).not.toEqual(shared.previousKernels);
  });

  it('changes every copy of a tied weight and one copy of an independent one', async () => {
    const { open, send, quiet, of } = withEngine();
    open();
    await quiet();
    send(watchAll);
    await quiet();
    const before = of('frame').at(-1)?.frame.networks;
    const networks = ['shared', 'independent'] as const;
    send({ type: 'poke', networks, site: 7, filter: 0, tap: 3, delta: 0.5 });
    await quiet();
    const after = of('frame').at(-1)?.frame.networks;
    const changes = (network: 'shared' | 'independent') =>
      [...(after?.[network]?.watched?.kernels ?? [])].flatMap((weight, at) =>
        weight === before?.[network]?.watched?.kernels[at] ? [] : [at],
      );
    expect(changes('shared')).toEqual([3]);
    expect(changes('independent')).toEqual([7 * 26 + 3]);
  });

  it('leaves what the step did as it was when a weight is poked after it', async () => {
    const { open, send, quiet, of } = withEngine();
    open();
    send(watchAll);
    send({ type: 'train', order: 1, until: 2, pace: null });
    await quiet();
    const changes = () => {
      const watched = of('frame').at(-1)?.frame.networks.independent?.watched;
      return [...(watched?.kernels ?? [])].map((weight, at) => weight - (watched?.previousKernels[at] ?? 0));
    };
    const before = changes();
    send({ type: 'poke', networks: ['independent'], site: 7, filter: 0, tap: 3, delta: 0.5 });
    await quiet();
    expect(before.some((change) => change !== 0)).toBe(true);
    for (const [at, change] of changes().entries()) expect(change).toBeCloseTo(before[at] ?? Number.NaN, 6);
  });

  it('knows the kernels but no ledger after the last good weights are put back', async () => {
    const { open, send, quiet, of } = withEngine();
    open({
      bench: ['shared'],
      spec: { ...smallSpec, optimizer: { kind: 'adam', rate: 1000, decay: 'none' } },
    });
    send(watchAll);
    send({ type: 'train', order: 1, until: 200, pace: null });
    await quiet();
    send({ type: 'restore', order: 2 });
    await quiet();
    expect(of('restored')).toMatchObject([{ order: 2, step: 0, networks: { shared: 0 } }]);
    expect(of('frame').at(-1)?.frame.networks.shared?.watched).toMatchObject({
      step: 0,
      loss: null,
      ledger: null,
      gradient: null,
    });
  });

  it('answers predictions in the middle of training and restores after a rate that is far too high', async () => {
    const { open, send, quiet, of } = withEngine();
    open({
      spec: { ...smallSpec, optimizer: { kind: 'adam', rate: 1000, decay: 'none' } },
      bench: ['shared'],
    });
    send({ type: 'train', order: 0, until: 200, pace: null });
    send({ type: 'predict', request: 5, input: new Float32Array(784).fill(0.5) });
    await quiet();
    expect(of('predicted')[0]?.networks.shared?.answer).toHaveLength(10);
    expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'shared' }]);
    expect(of('failed')[0]?.step).toBeLessThan(60);
    send({ type: 'restore', order: 0 });
    await quiet();
    expect(of('restored')).toMatchObject([{ step: 0 }]);
  });

  it('refuses a picture of another size and goes on', async () => {
    const { open, send, quiet, of } = withEngine();
    open({ bench: ['shared'] });
    for (const size of [0, 783, 785, 1568])
      send({ type: 'predict', request: size, input: new Float32Array(size) });
    send({ type: 'predict', request: 7, input: new Float32Array(784) });
    send({ type: 'train', order: 0, until: 1, pace: null });
    await quiet();
    expect(of('failed').map(({ code }) => code)).toEqual(new Array(4).fill('bad-message'));
    expect(of('predicted')).toMatchObject([{ request: 7 }]);
    expect(of('paused')).toMatchObject([{ step: 1 }]);
  });

  it('refuses a poke at a site that does not exist and goes on', async () => {
    const { open, send, quiet, of } = withEngine();
    open();
    send({ type: 'poke', networks: ['shared'], site: 196, filter: 0, tap: 0, delta: 1 });
    send({ type: 'train', order: 0, until: 1, pace: null });
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'bad-message' }]);
    expect(of('paused')).toMatchObject([{ step: 1 }]);
  });
});
