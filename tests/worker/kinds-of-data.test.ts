/** Runs on data of every kind: which file is asked for, and none where there is none. */
import { describe, expect, it } from 'vitest';
import type { ExperimentSpec } from '../../src/spec/experiment-spec';
import { sequenceNetwork } from '../../src/spec/sequence-tasks';
import type { WantedData } from '../../src/worker/host/data-source';
import { driveHost, watchAll } from './drive-host';
import { smallSpec } from './specs';

const parity: ExperimentSpec = {
  ...smallSpec,
  data: { kind: 'symbols', task: 'parity', examples: 200 },
  networks: [sequenceNetwork('shared', 'parity', 8), sequenceNetwork('independent', 'parity', 8)],
};

function setUp() {
  const wanted: WantedData[] = [];
  const driven = driveHost({
    async loadData(each) {
      wanted.push(each);
      return each.kind;
    },
  });
  return { ...driven, wanted };
}

describe('an experiment without a file', () => {
  it('opens with no data and trains', async () => {
    const { open, send, quiet, of, wanted, lossesOf } = setUp();
    open({ spec: parity, data: null });
    send(watchAll);
    send({ type: 'train', order: 1, until: 25, pace: null });
    await quiet();
    expect(of('failed')).toEqual([]);
    expect(wanted).toEqual([{ kind: 'symbols', file: null }]);
    expect(of('opened')).toHaveLength(1);
    expect(of('paused')).toMatchObject([{ step: 25, because: 'finished' }]);
    expect(lossesOf('shared')).toHaveLength(25);
    expect(of('evaluated').find(({ step }) => step === 0)?.train.total).toBe(200);
    expect(of('frame').at(-1)?.frame.networks.independent?.watched?.step).toBe(25);
  });

  it('is asked about sequences, and surveyed', async () => {
    const { open, send, quiet, of } = setUp();
    open({ spec: parity, data: null, bench: ['shared'] });
    send({ type: 'predict', request: 3, input: Float32Array.of(1, 0, 1) });
    send({ type: 'survey', active: true });
    await quiet();
    expect(of('failed')).toEqual([]);
    expect(of('predicted')).toMatchObject([{ request: 3, networks: { shared: { step: 0 } } }]);
    expect(of('surveyed').at(-1)).toMatchObject({ network: 'shared', done: true });
  });

  it('goes on from given weights, like any other', async () => {
    const { open, send, quiet, of } = setUp();
    const history = { first: [2, 2, 2, 2, 2], last: new Array(20).fill(0.5) };
    const arrays = [Float32Array.of(30), Float32Array.of(0)];
    open({ spec: parity, data: null, bench: ['shared'], from: { shared: { step: 30, arrays, history } } });
    send({ type: 'train', order: 1, until: 32, pace: null });
    await quiet();
    expect(of('restored')).toMatchObject([{ step: 30 }]);
    expect(of('paused')).toMatchObject([{ step: 32 }]);
  });
});

describe('what cannot be opened', () => {
  it('is a run that does not say what its data are, or says nonsense', async () => {
    const { host, quiet, of, wanted } = setUp();
    const open = { type: 'open', spec: parity, bench: ['shared'], backend: 'auto' };
    [undefined, 'digits.bin', {}, { url: 7 }, { bytes: [1] }].forEach((data, at) => {
      host.receive({ ...open, run: at + 1, data });
    });
    const { data: _, ...spec } = parity;
    host.receive({ ...open, run: 9, data: null, spec });
    host.receive({ ...open, run: 9, data: null, spec: { ...parity, networks: [{ id: 'shared' }] } });
    await quiet();
    expect(of('failed').map(({ code }) => code)).toEqual(new Array(7).fill('bad-message'));
    expect(wanted).toEqual([]);
  });
});

describe('runs on data of different kinds', () => {
  it('each load their own, also where the page carries the files', async () => {
    const { open, quiet, wanted } = setUp();
    const file = { bytes: new Uint8Array(3) };
    open({ data: file });
    await quiet();
    open({
      spec: { ...parity, data: { kind: 'words', examples: 200 } },
      data: file,
    });
    await quiet();
    open({ spec: parity, data: null });
    await quiet();
    expect(wanted.map(({ kind }) => kind)).toEqual(['digits', 'words', 'symbols']);
  });
});

describe('a range of filters', () => {
  it('is watched as asked for, told anew when it changes, and lies within those that there are', async () => {
    const { open, send, quiet, of } = setUp();
    open();
    await quiet();
    const watched = () => of('frame').at(-1)?.frame.networks.shared?.watched;
    send({ type: 'watch', watch: { filter: 2, filters: 3, ledger: false, kernels: true } });
    await quiet();
    expect(watched()).toMatchObject({ filter: 2, filters: 3 });
    send({ type: 'watch', watch: { filter: 2, filters: 6, ledger: false, kernels: true } });
    await quiet();
    expect(watched()).toMatchObject({ filter: 2, filters: 6 });
    const frames = of('frame').length;
    send({ type: 'watch', watch: { filter: 2, filters: 6, ledger: false, kernels: true } });
    for (const [filter, filters] of [
      [2, 7],
      [8, 1],
      [0, 0],
      [0, 1.5],
    ] as const)
      send({ type: 'watch', watch: { filter, filters, ledger: false, kernels: true } });
    await quiet();
    expect(of('failed').map(({ code }) => code)).toEqual(new Array(4).fill('bad-message'));
    expect(of('frame')).toHaveLength(frames);
  });

  it('of a recurrent network are the numbers of its state', async () => {
    const { open, send, quiet, of } = setUp();
    open({ spec: parity, data: null });
    send({ type: 'watch', watch: { filter: 0, filters: 16, ledger: true, kernels: true } });
    send({ type: 'watch', watch: { filter: 0, filters: 17, ledger: true, kernels: true } });
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'bad-message' }]);
    expect(of('frame').at(-1)?.frame.networks.shared?.watched?.filters).toBe(16);
  });
});
