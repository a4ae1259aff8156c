/** The laws of the host's scheduling, with a session that only writes down what is asked of it. */
import { describe, expect, it } from 'vitest';
import { driveHost, watchAll } from './drive-host';
import { type FakeSession, fakeSession } from './fake-session';
import { trainCalls, withSession } from './with-session';

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
      async loadDigits() {
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

  it('says that a GPU compiles its kernels, and when it has', async () => {
    const { open, quiet, of } = driveHost({ backend: { name: 'webgl', reason: 'gpu', isLost: () => false } });
    open();
    await quiet();
    expect(of('loading').map(({ what, fraction }) => [what, fraction])).toEqual([
      ['data', 0],
      ['kernels', 0],
      ['kernels', 1],
    ]);
  });

  it('reports a GPU context that is lost between steps, and opens again', async () => {
    let lost = false;
    const { open, send, quiet, until, of } = driveHost({
      backend: { name: 'webgl', reason: 'gpu', isLost: () => lost },
    });
    open();
    send({ type: 'train', order: 0, until: 100_000 });
    await until(({ type }) => type === 'frame');
    lost = true;
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'context-lost', run: 1 }]);
    lost = false;
    open();
    send({ type: 'train', order: 0, until: 3 });
    await quiet();
    expect(of('paused')).toMatchObject([{ run: 2, step: 3 }]);
  });

  it('reports a missing data file and tries again on the next train', async () => {
    let attempts = 0;
    const { open, send, quiet, of } = driveHost({
      async loadDigits() {
        attempts += 1;
        if (attempts < 3) throw new Error('404');
        return '';
      },
    });
    open();
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'data-failed' }]);
    send({ type: 'train', order: 0, until: 5 });
    await quiet();
    expect(of('failed')).toHaveLength(2);
    send({ type: 'train', order: 0, until: 5 });
    await quiet();
    expect(of('paused')).toMatchObject([{ step: 5, because: 'finished' }]);
  });

  it('ends the earlier run: its commands and its work are dropped', async () => {
    const { host, open, send, until, quiet, events, session } = withSession();
    open();
    send({ type: 'train', order: 0, until: 1000 });
    await until(({ type }) => type === 'frame');
    const first = session();
    open();
    const seen = events.length;
    host.receive({ type: 'train', run: 1, order: 1, until: 50 });
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
    send({ type: 'train', order: 0, until: 3 });
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
    send({ type: 'train', order: 0, until: 40 });
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
    send({ type: 'train', order: 0, until: 60 });
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
      send({ type: 'train', order: 0, until: step });
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
    send({ type: 'train', order: 0, until: 100_000 });
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
    send({ type: 'train', order: 0, until: 30 });
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
    send({ type: 'train', order: 0, until: 2 });
    await quiet();
    expect(of('frame').every(({ frame }) => frame.networks.shared?.watched === null)).toBe(true);
    send({ type: 'watch', watch: { filter: 3, ledger: false, kernels: true } });
    await quiet();
    expect(of('frame').at(-1)?.frame.networks.shared?.watched).toMatchObject({ filter: 3, ledger: null });
  });
});

describe('catching up', () => {
  it('gives the same losses and evaluations as lockstep would have, then goes on', async () => {
    const lockstep = withSession();
    lockstep.open();
    lockstep.send({ type: 'train', order: 0, until: 60 });
    await lockstep.quiet();
    const late = withSession();
    late.open({ bench: ['shared'] });
    late.send({ type: 'train', order: 0, until: 45 });
    await late.quiet();
    expect(late.lossesOf('independent')).toEqual([]);
    late.send({ type: 'bench', networks: ['shared', 'independent'] });
    await late.quiet();
    expect(late.of('catching-up')[0]).toMatchObject({ network: 'independent', step: 0, target: 45 });
    expect(late.of('catching-up').at(-1)).toMatchObject({ step: 45, target: 45 });
    expect(late.of('frame').at(-1)?.frame.networks.independent?.step).toBe(45);
    late.send({ type: 'train', order: 0, until: 60 });
    await late.quiet();
    expect(late.lossesOf('independent')).toEqual(lockstep.lossesOf('independent'));
    const steps = late
      .of('evaluated')
      .filter(({ network, test }) => network === 'independent' && test.total === 500);
    expect(steps.map(({ step }) => step)).toEqual([0, 20, 40, 60]);
  });

  it('resumes a run that was going on', async () => {
    const { open, send, until, quiet, of, session } = withSession();
    open({ bench: ['shared'] });
    send({ type: 'train', order: 0, until: 400 });
    await until((event) => event.type === 'frame' && event.frame.step > 50);
    send({ type: 'bench', networks: ['independent'] });
    await quiet();
    expect(of('paused')).toMatchObject([{ step: 400, because: 'finished' }]);
    expect(session().stepOf('independent')).toBe(400);
    expect(session().stepOf('shared')).toBeLessThan(400);
  });
});

describe('divergence', () => {
  const losses = (network: string, step: number) =>
    network === 'shared' && step >= 130 ? Number.NaN : 1 / step;

  it('stops, says which network and when, and goes back to the last good weights', async () => {
    const { open, send, quiet, of, session } = withSession(losses);
    open();
    send({ type: 'train', order: 0, until: 400 });
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'shared', step: 130 }]);
    expect(of('paused')).toMatchObject([{ step: 130, because: 'diverged' }]);
    send({ type: 'restore', order: 0 });
    await quiet();
    expect(of('restored')).toMatchObject([{ step: 100 }]);
    expect(session().stepOf('independent')).toBe(100);
    send({ type: 'train', order: 0, until: 110 });
    await quiet();
    expect(of('paused').at(-1)).toMatchObject({ step: 110, because: 'finished' });
  });

  it('is also a mean loss of 20 steps above three times that of the first 5', async () => {
    const { open, send, quiet, of } = withSession((_, step) => (step > 40 ? 4 : 1));
    open();
    send({ type: 'train', order: 0, until: 400 });
    await quiet();
    // 14 of the last 20 at 4 and 6 at 1: a mean of 3.1.
    expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'shared', step: 54 }]);
  });

  it('is seen also when the first steps have already blown up', async () => {
    const { open, send, quiet, of } = withSession((_, step) => (step === 1 ? 2.5 : 1e11 / step ** 2));
    open();
    send({ type: 'train', order: 0, until: 400 });
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'diverged', step: 20 }]);
  });

  it('is not a healthy batch after the loss has been tiny', async () => {
    const { open, send, quiet, of } = withSession((_, step) => (step % 7 === 0 ? 0.1 : 0.01 + 2 / step));
    open();
    send({ type: 'train', order: 0, until: 300 });
    await quiet();
    expect(of('failed')).toEqual([]);
  });
});
