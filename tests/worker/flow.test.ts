/** How training flows: in slices, at a pace, not while suspended; and that commands are taken meanwhile. */
import { describe, expect, it } from 'vitest';
import { driveHost, watchAll } from './drive-host';
import { trainCalls, withSession } from './with-session';

const inverse = (network: string, step: number) => network.length / (step + 1);

describe('slices', () => {
  it('of many steps make what single steps make: losses, evaluations, divergence', async () => {
    const lossAt = (network: string, step: number) =>
      network === 'shared' && step >= 133 ? Number.NaN : inverse(network, step);
    const histories = [];
    for (const ms of [50, 0.1]) {
      const driven = withSession(lossAt, { ms: () => ms });
      driven.open();
      driven.send(watchAll);
      driven.send({ type: 'train', order: 1, until: 400, pace: null });
      await driven.quiet();
      histories.push({
        evaluated: driven.of('evaluated').map(({ network, step, test }) => [network, step, test.total]),
        failed: driven.of('failed').map(({ network, step, detail }) => [network, step, detail]),
        shared: driven.lossesOf('shared').slice(0, 133),
        independent: driven.lossesOf('independent').slice(0, 133),
        stands: driven.of('paused').map(({ step, networks }) => [step, networks]),
      });
      const counts = driven.session().slices.map(({ count }) => count);
      expect(Math.max(...counts)).toBe(ms > 6 ? 1 : 20);
    }
    const [single, sliced] = histories;
    expect(sliced?.failed).toEqual([['shared', 133, 'shared at step 133']]);
    expect({ ...sliced, stands: null }).toEqual({ ...single, stands: null });
    expect(single?.stands).toEqual([[133, { shared: 133, independent: 133 }]]);
    // Those steps had been asked for when the loss came back.
    expect(sliced?.stands).toEqual([[140, { shared: 140, independent: 140 }]]);
  });

  it('take every network through the same steps', async () => {
    const { open, send, quiet, session } = withSession(undefined, { ms: () => 0.2 });
    open();
    send({ type: 'train', order: 1, until: 90, pace: null });
    await quiet();
    const { slices } = session();
    for (let at = 0; at < slices.length; at += 2) {
      expect(slices[at]).toMatchObject({ network: 'shared' });
      expect(slices[at + 1]).toEqual({ ...slices[at], network: 'independent' });
    }
  });

  it('are as long as all their networks together take about 6 ms', async () => {
    const { open, send, quiet, session } = withSession(undefined, {
      ms: (network) => (network === 'shared' ? 0.5 : 1.5),
    });
    open();
    send({ type: 'train', order: 1, until: 20, pace: null });
    await quiet();
    const countsOf = (network: string) =>
      session()
        .slices.filter((slice) => slice.network === network)
        .map(({ count }) => count);
    expect(countsOf('shared')).toEqual([1, 2, 3, 3, 3, 3, 3, 2]);
    send({ type: 'bench', networks: ['shared'] });
    send({ type: 'train', order: 2, until: 60, pace: null });
    await quiet();
    expect(Math.max(...countsOf('shared'))).toBe(12);
  });

  it('bring a network that catches up to the common step and not beyond', async () => {
    const { open, send, quiet, session, lossesOf } = withSession(undefined, { ms: () => 0.1 });
    open({ bench: ['shared'] });
    send({ type: 'train', order: 1, until: 47, pace: null });
    await quiet();
    send({ type: 'bench', networks: ['shared', 'independent'] });
    await quiet();
    const late = session().slices.filter(({ network }) => network === 'independent');
    expect(late.map(({ step }) => step).filter((step) => step >= 20)).toEqual([20, 40, 47]);
    expect(lossesOf('independent')).toHaveLength(47);
  });

  it('send one frame at most, read once for all its networks', async () => {
    const { open, send, quiet, session, of } = withSession(undefined, { ms: () => 0.2 });
    open();
    send(watchAll);
    await quiet();
    send({ type: 'train', order: 1, until: 100, pace: null });
    await quiet();
    const frames = of('frame');
    expect(session().reads).toHaveLength(frames.length);
    expect(session().reads).toEqual(frames.map(() => ['shared', 'independent']));
    expect(frames.length).toBeLessThanOrEqual(session().slices.length / 2 + 2);
  });
});

describe('a pace', () => {
  it('sets how many steps are made in a second, and the next run may have another', async () => {
    const { open, send, quiet, of, time } = withSession();
    open({ bench: ['shared'] });
    await quiet();
    let from = time();
    send({ type: 'train', order: 1, until: 60, pace: 30 });
    await quiet();
    // 60 steps at 30 a second; the clock of the test also counts its looks.
    expect(time() - from).toBeGreaterThan(1900);
    expect(time() - from).toBeLessThan(2400);
    from = time();
    send({ type: 'train', order: 2, until: 120, pace: null });
    await quiet();
    expect(time() - from).toBeLessThan(500);
    expect(of('paused').map(({ step }) => step)).toEqual([60, 120]);
  });

  it('changes at once for the same target', async () => {
    const { open, send, until, quiet, of, waits } = withSession();
    open();
    send({ type: 'train', order: 1, until: 400, pace: 1 });
    await until((event) => event.type === 'frame' && event.frame.step >= 2);
    send({ type: 'train', order: 2, until: 400, pace: null });
    const before = waits.length;
    await quiet();
    expect(waits.length).toBe(before);
    expect(of('paused')).toMatchObject([{ order: 2, step: 400 }]);
  });

  it('holds up no command: a pause in the waiting time is answered before the next step', async () => {
    const { open, send, until, quiet, of, session } = withSession();
    open();
    send({ type: 'train', order: 1, until: 400, pace: 5 });
    await until((event) => event.type === 'frame' && event.frame.step >= 3);
    const made = trainCalls(session()).length;
    send({ type: 'pause', order: 2 });
    expect(of('paused')).toMatchObject([{ order: 2, because: 'asked' }]);
    await quiet();
    expect(trainCalls(session())).toHaveLength(made);
  });

  it('is not waited for to its end when a command changes it', async () => {
    const { open, send, quiet, of, waits } = driveHost({ wait: () => new Promise(() => {}) });
    open();
    send({ type: 'train', order: 1, until: 40, pace: 0.001 });
    await quiet();
    expect(waits).toHaveLength(1);
    send({ type: 'train', order: 2, until: 40, pace: null });
    await quiet();
    expect(of('paused')).toMatchObject([{ order: 2, step: 40 }]);
  });

  it('leaves its waiting time to the survey', async () => {
    const { open, send, quiet, session } = withSession();
    open();
    await quiet();
    send({ type: 'survey', active: true });
    await quiet();
    session().calls.length = 0;
    send({ type: 'train', order: 1, until: 10, pace: 5 });
    await quiet();
    const { calls } = session();
    const until10 = calls.slice(0, calls.indexOf('train shared 10'));
    expect(until10.filter((call) => call.startsWith('measure')).length).toBeGreaterThan(100);
  });

  it('is not known to a network that catches up', async () => {
    const { open, send, quiet, waits } = withSession();
    open({ bench: ['shared'] });
    send({ type: 'train', order: 1, until: 45, pace: null });
    await quiet();
    send({ type: 'bench', networks: ['shared', 'independent'] });
    send({ type: 'train', order: 2, until: 47, pace: 1 });
    await quiet();
    // Two steps together, 45 of one alone.
    expect(waits.length).toBeLessThanOrEqual(2);
  });
});

describe('while suspended', () => {
  it('no slice runs, whatever is to be done, and all of it goes on afterwards', async () => {
    const { open, send, until, quiet, of, session } = withSession();
    open();
    send({ type: 'survey', active: true });
    send({ type: 'train', order: 1, until: 400, pace: null });
    await until((event) => event.type === 'frame' && event.frame.step > 25);
    send({ type: 'suspend', on: true });
    const { length } = session().calls;
    await quiet();
    expect(session().calls).toHaveLength(length);
    expect(of('paused')).toEqual([]);
    send({ type: 'suspend', on: false });
    await quiet();
    expect(of('paused')).toMatchObject([{ step: 400, because: 'finished' }]);
  });

  it('questions, pokes and pauses are answered', async () => {
    const { open, send, until, quiet, of } = withSession();
    open();
    send({ type: 'train', order: 1, until: 400, pace: 30 });
    await until((event) => event.type === 'frame' && event.frame.step > 5);
    send({ type: 'suspend', on: true });
    send({ type: 'predict', request: 1, input: new Float32Array(784) });
    send({ type: 'poke', networks: ['shared'], site: 3, filter: 0, tap: 2, delta: 0.5 });
    await quiet();
    expect(of('predicted')).toHaveLength(1);
    expect(of('poked')).toHaveLength(1);
    send({ type: 'pause', order: 2 });
    await quiet();
    const at = of('paused')[0]?.step;
    expect(at).toBeLessThan(400);
    send({ type: 'suspend', on: false });
    await quiet();
    expect(of('paused')).toHaveLength(1);
  });

  it('also a run that is opened suspended waits', async () => {
    const { open, send, quiet, of, session } = withSession();
    open();
    send({ type: 'suspend', on: true });
    send({ type: 'train', order: 1, until: 40, pace: null });
    await quiet();
    expect(session().calls).toEqual([]);
    send({ type: 'suspend', on: false });
    await quiet();
    expect(of('paused')).toMatchObject([{ step: 40 }]);
  });
});

describe('a ping', () => {
  it('is answered at once, before there is a session, while it works and when nothing is open', async () => {
    const { host, open, send, until, of } = withSession();
    host.receive({ type: 'ping', run: 7 });
    expect(of('pong')).toMatchObject([{ run: 7 }]);
    open();
    send({ type: 'ping' });
    expect(of('pong')).toHaveLength(2);
    send({ type: 'train', order: 1, until: 1e6, pace: null });
    await until(({ type }) => type === 'frame');
    send({ type: 'ping' });
    expect(of('pong')).toHaveLength(3);
    send({ type: 'close' });
  });
});
