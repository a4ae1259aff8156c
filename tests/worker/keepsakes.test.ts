/** What the host gives the page for safe keeping: enough to lose nothing, not the same twice, nothing broken. */
import { describe, expect, it } from 'vitest';
import { transfersOf } from '../../src/worker/host/transfers';
import type { Snapshot } from '../../src/worker/messages';
import { driveHost } from './drive-host';
import { type FakeSession, fakeSession } from './fake-session';
import { withSession } from './with-session';

type Driven = ReturnType<typeof withSession>;
/** Step of each network of each `kept`. */
const keptSteps = ({ of }: Pick<Driven, 'of'>) =>
  of('kept').map(({ networks }) =>
    Object.fromEntries(Object.entries(networks).map(([network, { step }]) => [network, step])),
  );

describe('weights are kept', () => {
  it('at every hundredth healthy step and where training ends', async () => {
    const driven = withSession();
    driven.open();
    driven.send({ type: 'train', order: 1, until: 230, pace: null });
    await driven.quiet();
    expect(keptSteps(driven)).toEqual([
      { shared: 100, independent: 100 },
      { shared: 200, independent: 200 },
      { shared: 230, independent: 230 },
    ]);
  });

  it('at a pause, before the page hears of it', async () => {
    const driven = withSession();
    driven.open();
    driven.send({ type: 'train', order: 1, until: 400, pace: null });
    await driven.until((event) => event.type === 'frame' && event.frame.step > 30);
    driven.send({ type: 'pause', order: 2 });
    await driven.quiet();
    const step = driven.of('paused')[0]?.step;
    expect(keptSteps(driven)).toEqual([{ shared: step, independent: step }]);
    const types = driven.events.map(({ type }) => type);
    expect(types.indexOf('kept')).toBeLessThan(types.indexOf('paused'));
  });

  it('after a poke, also where the step is kept already, and of what was poked only', async () => {
    const driven = withSession();
    driven.open();
    driven.send({ type: 'train', order: 1, until: 5, pace: null });
    await driven.quiet();
    driven.send({ type: 'poke', networks: ['shared'], site: 3, filter: 0, tap: 2, delta: 0.5 });
    await driven.quiet();
    expect(keptSteps(driven)).toEqual([{ shared: 5, independent: 5 }, { shared: 5 }]);
    expect(driven.of('kept')[1]?.networks.shared?.arrays[1]).toEqual(Float32Array.of(0.5));
  });

  it('not twice: no training, nothing new', async () => {
    const driven = withSession();
    driven.open();
    driven.send({ type: 'pause', order: 1 });
    driven.send({ type: 'train', order: 2, until: 100, pace: null });
    await driven.quiet();
    driven.send({ type: 'pause', order: 3 });
    driven.send({ type: 'bench', networks: ['shared'] });
    driven.send({ type: 'bench', networks: ['shared', 'independent'] });
    driven.send({ type: 'train', order: 4, until: 100, pace: null });
    await driven.quiet();
    expect(keptSteps(driven)).toEqual([{ shared: 100, independent: 100 }]);
  });

  it('not again where the run has begun with them', async () => {
    const driven = withSession();
    const history = { first: [2], last: [1] };
    driven.open({ bench: ['shared'], from: { shared: { step: 40, arrays: [], history } } });
    driven.send({ type: 'pause', order: 1 });
    driven.send({ type: 'bench', networks: ['independent'] });
    await driven.quiet();
    expect(keptSteps(driven)).toEqual([{ independent: 40 }]);
  });

  it('of a network that leaves the bench in the middle, and of one that has caught up', async () => {
    const driven = withSession();
    driven.open({ bench: ['shared'] });
    driven.send({ type: 'train', order: 1, until: 400, pace: null });
    await driven.until((event) => event.type === 'frame' && event.frame.step > 130);
    driven.send({ type: 'bench', networks: ['independent'] });
    driven.send({ type: 'pause', order: 2 });
    await driven.quiet();
    const [first, left] = keptSteps(driven);
    expect(first).toEqual({ shared: 100 });
    expect(left?.shared).toBe(driven.session().stepOf('shared'));
    driven.send({ type: 'bench', networks: ['independent'] });
    await driven.quiet();
    expect(keptSteps(driven).at(-1)).toEqual({ independent: left?.shared });
  });

  it('after a restore, in place of those that had gone wrong', async () => {
    const lossAt = (network: string, step: number) => (network === 'shared' && step >= 130 ? Number.NaN : 1);
    const driven = withSession(lossAt);
    driven.open();
    driven.send({ type: 'train', order: 1, until: 120, pace: null });
    await driven.quiet();
    driven.send({ type: 'train', order: 2, until: 400, pace: null });
    await driven.quiet();
    driven.send({ type: 'restore', order: 3 });
    await driven.quiet();
    expect(keptSteps(driven)).toEqual([
      { shared: 100, independent: 100 },
      { shared: 120, independent: 120 },
      { shared: 100, independent: 100 },
    ]);
  });

  it('after a restore also where the step is kept, for it was kept with a poke', async () => {
    const lossAt = (network: string, step: number) => (network === 'shared' && step >= 130 ? Number.NaN : 1);
    const driven = withSession(lossAt);
    driven.open({ bench: ['shared'] });
    driven.send({ type: 'train', order: 1, until: 100, pace: null });
    await driven.quiet();
    driven.send({ type: 'poke', networks: ['shared'], site: 3, filter: 0, tap: 2, delta: 0.5 });
    driven.send({ type: 'train', order: 2, until: 400, pace: null });
    await driven.quiet();
    driven.send({ type: 'restore', order: 3 });
    await driven.quiet();
    expect(
      driven.of('kept').map(({ networks: { shared } }) => [shared?.step, shared?.arrays[1]?.[0]]),
    ).toEqual([
      [100, 0],
      [100, 0.5],
      [100, 0],
    ]);
  });

  it('never of a network that has diverged, by its loss or by a weight', async () => {
    const lossAt = (network: string, step: number) => (network === 'shared' && step >= 55 ? Number.NaN : 1);
    const driven = withSession(lossAt);
    driven.open();
    driven.send({ type: 'train', order: 1, until: 400, pace: null });
    await driven.quiet();
    driven.send({ type: 'poke', networks: ['shared'], site: 3, filter: 0, tap: 2, delta: 0.5 });
    driven.send({ type: 'bench', networks: ['independent'] });
    driven.send({ type: 'pause', order: 2 });
    await driven.quiet();
    expect(keptSteps(driven).every((steps) => steps.shared === undefined)).toBe(true);
    const broken = driveHost({
      session(spec) {
        const session = fakeSession(spec);
        const snapshot = (network: 'shared' | 'independent' | 'grouped'): Snapshot => ({
          step: session.stepOf(network),
          arrays: [Float32Array.of(session.stepOf(network) > 0 ? Number.POSITIVE_INFINITY : 0)],
        });
        return { ...session, snapshot };
      },
    });
    broken.open({ bench: ['shared'] });
    broken.send({ type: 'train', order: 1, until: 7, pace: null });
    await broken.quiet();
    broken.send({ type: 'poke', networks: ['shared'], site: 3, filter: 0, tap: 2, delta: 0.5 });
    await broken.quiet();
    expect(broken.of('kept')).toEqual([]);
  });
});

describe('what is kept', () => {
  it('is handed over as copies: the weights that the run may go back to stay its own', async () => {
    let sent: readonly Float32Array[] = [];
    const sessions: FakeSession[] = [];
    const own = Float32Array.of(1, 2, 3);
    const { open, send, quiet, of } = driveHost({
      session(spec) {
        const session = { ...fakeSession(spec), snapshot: () => ({ step: 100, arrays: [own] }) };
        sessions.push(session);
        return session;
      },
    });
    open({ bench: ['shared'] });
    send({ type: 'train', order: 1, until: 100, pace: null });
    await quiet();
    for (const event of of('kept')) {
      sent = Object.values(event.networks).flatMap(({ arrays }) => arrays);
      const arrays = [...sent, ...Object.values(event.losses)];
      expect(new Set(transfersOf(event))).toEqual(new Set(arrays.map(({ buffer }) => buffer)));
    }
    expect(sent[0]).toEqual(own);
    expect(sent[0]).not.toBe(own);
  });

  it('comes with the losses that no frame has brought, and those by which a run is judged', async () => {
    const driven = driveHost({ acknowledge: false });
    driven.open({ bench: ['shared'] });
    driven.send({ type: 'train', order: 1, until: 130, pace: null });
    await driven.quiet();
    const loss = (step: number) => Math.fround(6 / (step + 1));
    for (const { networks, losses } of driven.of('kept')) {
      const step = networks.shared?.step ?? 0;
      const carried = driven.lossesOf('shared').length;
      expect([...(losses.shared ?? [])]).toEqual(
        Array.from({ length: step - carried }, (_, index) => loss(carried + index + 1)),
      );
      expect(networks.shared?.history).toEqual({
        first: [1, 2, 3, 4, 5].map(loss),
        last: Array.from({ length: 20 }, (_, index) => loss(step - 19 + index)),
      });
    }
    expect(driven.of('kept')).toHaveLength(2);
  });
});
