/** The laws of the host's scheduling, with a session that only writes down what is asked of it. */
import { describe, expect, it } from 'vitest';
import type { Keepsake } from '../../src/worker/messages';
import { driveHost, fakeBackend, watchAll } from './drive-host';
import { type FakeSession, fakeSession } from './fake-session';
import { trainCalls, withSession } from './with-session';

const keepsakeOf = (step: number): Keepsake => ({
  step,
  arrays: [Float32Array.of(step), Float32Array.of(0)],
  history: { first: [2, 2, 2, 2, 2], last: new Array(20).fill(0.01) },
});

describe('opening', () => {
  it('says which backend, loads the digits and evaluates step 0 before anything trains', async () => {
    const { open, quiet, events, of, session } = withSession();
    open();
    await quiet();
    expect(events[0]).toMatchObject({ type: 'opened', backend: 'cpu', run: 1 });
    expect(of('loading')[0]).toMatchObject({ what: 'data', fraction: 0 });
    expect(
      of('evaluated').map(({ network, step, test, train }) => [network, step, test.total, train.total]),
    ).toEqual([
      ['shared', 0, 500, 100],
      ['independent', 0, 500, 100],
    ]);
    expect(trainCalls(session())).toEqual([]);
  });

  it('fetches the digits once for all runs', async () => {
    let fetches = 0;
    const { open, quiet } = driveHost({
      async loadData() {
        fetches += 1;
        return '';
      },
    });
    open();
    open();
    await quiet();
    open();
    await quiet();
    expect(fetches).toBe(1);
  });

  it('makes a GPU ready part by part before anything else, and takes commands in between', async () => {
    const { open, send, until, quiet, of, events } = driveHost({
      backend: { ...fakeBackend, name: 'webgl', reason: 'gpu' },
      session: (spec) => fakeSession(spec, undefined, { parts: 4 }),
    });
    open();
    await until((event) => event.type === 'loading' && event.what === 'kernels' && event.fraction > 0);
    send({ type: 'predict', request: 1, input: new Float32Array(784) });
    await quiet();
    expect(of('loading').map(({ what, fraction }) => [what, fraction])).toEqual([
      ['data', 0],
      ['kernels', 0],
      ['kernels', 0.25],
      ['kernels', 0.5],
      ['kernels', 0.75],
      ['kernels', 0.99],
      ['kernels', 1],
    ]);
    const types = events.map(({ type }) => type);
    expect(types.indexOf('predicted')).toBeLessThan(types.lastIndexOf('loading'));
    expect(types.indexOf('evaluated')).toBeGreaterThan(types.lastIndexOf('loading'));
  });

  it('asks no CPU to make itself ready', async () => {
    const { open, quiet, of } = driveHost({ session: (spec) => fakeSession(spec, undefined, { parts: 4 }) });
    open();
    await quiet();
    expect(of('loading').map(({ what }) => what)).toEqual(['data']);
  });

  it('reports a GPU context that is lost between steps, and opens again', async () => {
    let lost = false;
    const { open, send, quiet, until, of } = driveHost({
      backend: { ...fakeBackend, name: 'webgl', reason: 'gpu', isLost: () => lost },
    });
    open();
    send({ type: 'train', order: 0, until: 100_000, pace: null });
    await until(({ type }) => type === 'frame');
    lost = true;
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'context-lost', run: 1 }]);
    lost = false;
    open();
    send({ type: 'train', order: 0, until: 3, pace: null });
    await quiet();
    expect(of('paused')).toMatchObject([{ run: 2, step: 3 }]);
  });

  it('reports it too at the next command or ping of a run that rests, and whatever was thrown for it', async () => {
    for (const way of ['predict', 'ping', 'throw'] as const) {
      let lost = false;
      const { open, send, quiet, of } = driveHost({
        backend: { ...fakeBackend, name: 'webgl', reason: 'gpu', isLost: () => lost },
        session: (spec) => ({
          ...fakeSession(spec),
          poke() {
            lost = true;
            throw new RangeError('nonsense');
          },
        }),
      });
      open();
      await quiet();
      lost = way !== 'throw';
      if (way === 'predict') send({ type: 'predict', request: 1, input: new Float32Array(784) });
      if (way === 'ping') send({ type: 'ping' });
      if (way === 'throw') send({ type: 'poke', networks: ['shared'], site: 1, filter: 0, tap: 0, delta: 1 });
      expect(of('failed')).toMatchObject([{ code: 'context-lost' }]);
    }
  });

  it('reports a missing data file and tries again on the next train', async () => {
    let attempts = 0;
    const { open, send, quiet, of } = driveHost({
      async loadData() {
        attempts += 1;
        if (attempts < 7) throw new Error('404');
        return '';
      },
    });
    open();
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'data-failed' }]);
    send({ type: 'train', order: 0, until: 5, pace: null });
    await quiet();
    expect(of('failed')).toHaveLength(2);
    send({ type: 'train', order: 0, until: 5, pace: null });
    await quiet();
    expect(of('paused')).toMatchObject([{ step: 5, because: 'finished' }]);
  });

  it('loads the digits again when asked to, and trains no step for it', async () => {
    let attempts = 0;
    const { open, send, quiet, of, waits } = driveHost({
      async loadData() {
        attempts += 1;
        if (attempts < 4) throw new Error('404');
        return '';
      },
    });
    open();
    send({ type: 'predict', request: 1, input: new Float32Array(784) });
    await quiet();
    expect(waits).toEqual([1000, 4000]);
    expect(of('failed')).toMatchObject([{ code: 'data-failed' }]);
    send({ type: 'retry' });
    await quiet();
    expect(of('failed')).toHaveLength(1);
    expect(of('evaluated')).toHaveLength(2);
    expect(of('frame')).toEqual([]);
  });

  it('disposes of the session before and frees what the backend keeps before it makes another', async () => {
    const order: string[] = [];
    let made = 0;
    const { open, quiet } = driveHost({
      backend: { ...fakeBackend, freshen: () => order.push('freshen') },
      session(spec) {
        made += 1;
        const name = `session ${made}`;
        order.push(name);
        return { ...fakeSession(spec), dispose: () => order.push(`${name} disposed`) };
      },
    });
    open();
    await quiet();
    open();
    await quiet();
    expect(order).toEqual(['freshen', 'session 1', 'session 1 disposed', 'freshen', 'session 2']);
  });

  it('goes on from given weights, says so first, and counts what is new there', async () => {
    const { open, send, quiet, events, of, session } = withSession();
    open({
      bench: ['shared', 'independent'],
      from: { shared: keepsakeOf(100), independent: keepsakeOf(60) },
    });
    await quiet();
    const first = events.find(({ type }) => type !== 'opened' && type !== 'loading');
    expect(first).toMatchObject({
      type: 'restored',
      order: 0,
      step: 100,
      networks: { shared: 100, independent: 60 },
    });
    // It stands where it was put: nobody has asked for steps.
    expect(trainCalls(session())).toEqual([]);
    expect(of('evaluated').map(({ network, step, test }) => [network, step, test.total])).toEqual([
      ['shared', 100, 500],
      ['independent', 60, 500],
      ['shared', 100, 2000],
      ['independent', 60, 2000],
    ]);
    send({ type: 'train', order: 4, until: 110, pace: null });
    await quiet();
    expect(trainCalls(session())[0]).toBe('train independent 61');
    expect(of('paused')).toMatchObject([{ step: 110, because: 'finished' }]);
  });

  it('answers a pause that comes before there is a session with the step it will go on from', async () => {
    const { open, send, of } = withSession();
    open({ bench: ['shared'], from: { shared: keepsakeOf(100) } });
    send({ type: 'pause', order: 3 });
    expect(of('paused')).toMatchObject([{ order: 3, step: 100, networks: { shared: 100 } }]);
  });

  it('judges what goes on from given weights by the losses before them', async () => {
    // By its own first losses, 0.01, a healthy batch of 0.1 would be a divergence.
    const { open, send, quiet, of } = withSession((_, step) => (step > 110 ? 0.1 : 0.01));
    open({ bench: ['shared'], from: { shared: keepsakeOf(100) } });
    send({ type: 'train', order: 1, until: 200, pace: null });
    await quiet();
    expect(of('failed')).toEqual([]);
    expect(of('paused')).toMatchObject([{ step: 200 }]);
  });

  it('ends the earlier run: its commands and its work are dropped', async () => {
    const { host, open, send, until, quiet, events, session } = withSession();
    open();
    send({ type: 'train', order: 0, until: 1000, pace: null });
    await until(({ type }) => type === 'frame');
    const first = session();
    open();
    const seen = events.length;
    host.receive({ type: 'train', run: 1, order: 1, until: 50, pace: null });
    await quiet();
    expect(first.disposed).toBe(true);
    expect(events.slice(seen).every(({ run }) => run === 2)).toBe(true);
    expect(trainCalls(session())).toEqual([]);
  });
});

describe('training', () => {
  it('takes every network through the same step before the next', async () => {
    const { open, send, quiet, session } = withSession();
    open();
    send({ type: 'train', order: 0, until: 3, pace: null });
    await quiet();
    expect(trainCalls(session())).toEqual([
      'train shared 1',
      'train independent 1',
      'train shared 2',
      'train independent 2',
      'train shared 3',
      'train independent 3',
    ]);
  });

  it('evaluates every 20 steps on 500 examples and at the end on all, in slices of at most 100', async () => {
    const { open, send, quiet, of, session } = withSession();
    open();
    send({ type: 'train', order: 0, until: 40, pace: null });
    await quiet();
    const shared = of('evaluated').filter(({ network }) => network === 'shared');
    expect(shared.map(({ step, test }) => [step, test.total])).toEqual([
      [0, 500],
      [20, 500],
      [40, 500],
      [40, 2000],
    ]);
    const sizes = session()
      .calls.filter((call) => call.startsWith('evaluate'))
      .map((call) => Number(call.split(' ')[4]));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  });

  it('sends every loss once and in order', async () => {
    const { open, send, quiet, lossesOf } = withSession();
    open();
    send({ type: 'train', order: 0, until: 60, pace: null });
    await quiet();
    expect(lossesOf('shared')).toEqual(
      Array.from({ length: 60 }, (_, index) => Math.fround(6 / (index + 2))),
    );
  });

  it('gives a single step a frame with the ledger of exactly that step', async () => {
    const { open, send, quiet, of } = withSession();
    open();
    send(watchAll);
    for (let step = 1; step <= 3; step += 1) {
      send({ type: 'train', order: 0, until: step, pace: null });
      await quiet();
      const frame = of('frame').at(-1)?.frame;
      expect(frame?.step).toBe(step);
      expect(frame?.networks.shared?.watched?.ledger).toEqual(Float32Array.of(step));
    }
  });

  it('stops at a pause with a frame whose ledger belongs to the step shown', async () => {
    const { open, send, until, quiet, of } = withSession();
    open();
    send(watchAll);
    send({ type: 'train', order: 0, until: 100_000, pace: null });
    await until((event) => event.type === 'frame' && event.frame.step > 30);
    send({ type: 'pause', order: 0 });
    await quiet();
    const paused = of('paused').at(-1);
    expect(paused).toMatchObject({ because: 'asked' });
    const frame = of('frame').at(-1)?.frame;
    expect(frame?.step).toBe(paused?.step);
    expect(frame?.networks.independent?.watched?.ledger).toEqual(Float32Array.of(paused?.step ?? -1));
    expect(of('evaluated').at(-1)?.test.total).toBe(2000);
  });
});

describe('frames', () => {
  it('has at most one on its way, and watches only steps whose frame will be sent', async () => {
    const sessions: FakeSession[] = [];
    const { open, send, quiet, of } = driveHost({
      acknowledge: false,
      session(spec) {
        sessions.push(fakeSession(spec));
        return sessions[0] ?? fakeSession(spec);
      },
    });
    open();
    await quiet();
    send(watchAll);
    await quiet();
    expect(of('frame')).toHaveLength(1);
    send({ type: 'train', order: 0, until: 30, pace: null });
    await quiet();
    expect(of('frame')).toHaveLength(1);
    expect(sessions[0]?.watchedSteps.shared).toEqual([0]);
    send({ type: 'acknowledge' });
    await quiet();
    expect(of('frame')).toHaveLength(2);
    expect(sessions[0]?.watchedSteps.shared).toEqual([0, 30]);
    expect(of('frame')[1]?.frame).toMatchObject({ step: 30 });
    expect(of('frame')[1]?.frame.networks.shared?.losses).toHaveLength(30);
  });

  it('carries watched arrays only as watched', async () => {
    const { open, send, quiet, of } = withSession();
    open();
    send({ type: 'train', order: 0, until: 2, pace: null });
    await quiet();
    expect(of('frame').every(({ frame }) => frame.networks.shared?.watched === null)).toBe(true);
    send({ type: 'watch', watch: { filter: 3, filters: 1, ledger: false, kernels: true } });
    await quiet();
    expect(of('frame').at(-1)?.frame.networks.shared?.watched).toMatchObject({ filter: 3, ledger: null });
  });
});
