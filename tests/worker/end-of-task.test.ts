/** The host where one task ends and another begins: what the page gets to see of it, and what is kept. */
import { describe, expect, it } from 'vitest';
import type { Keepsake } from '../../src/worker/messages';
import { driveHost, watchAll } from './drive-host';
import { type FakeSession, fakeSession } from './fake-session';
import { withSession } from './with-session';

const END = 100;
/** Small where the old task ends, fourfold of its first loss where the new one begins, and none at all from 260 on. */
const lossAt = (_network: string, step: number) => {
  if (step <= END) return 1 / step;
  return step < 260 ? 4 : Number.NaN;
};

describe('the losses of a new task', () => {
  it('are no divergence where they are four times the first of the old one', async () => {
    for (const newTaskAfter of [END, END + 1, END - 1]) {
      const { open, send, quiet, of } = withSession(lossAt, { newTaskAfter });
      open();
      send({ type: 'train', order: 1, until: 240, pace: null });
      await quiet();
      // One loss of the other task among the first five is enough to compare with the wrong ones.
      expect(of('failed')).toHaveLength(newTaskAfter < END ? 1 : 0);
    }
  });

  it('are compared with each other, also by a run that begins with the weights of just that step', async () => {
    const history = { first: [1, 1, 1, 1, 1], last: new Array<number>(20).fill(0.01) };
    const keepsake: Keepsake = { step: END, arrays: [Float32Array.of(END), Float32Array.of(0)], history };
    const { open, send, quiet, of } = withSession(lossAt, { newTaskAfter: END });
    open({ bench: ['shared'], from: { shared: keepsake } });
    send({ type: 'train', order: 1, until: 240, pace: null });
    await quiet();
    expect(of('failed')).toEqual([]);
    const kept = of('kept').flatMap(({ networks: { shared } }) => (shared ? [shared] : []));
    expect(kept.map(({ step }) => step)).toEqual([200, 240]);
    expect(kept[0]?.history.first).toEqual([4, 4, 4, 4, 4]);
  });

  it('leave the weights of the end of the old task to go back to', async () => {
    const atEnd = (_network: string, step: number) => (step <= END ? 1 / step : step < 130 ? 4 : Number.NaN);
    const { open, send, quiet, of, session } = withSession(atEnd, { newTaskAfter: END });
    open();
    send({ type: 'train', order: 1, until: 240, pace: null });
    await quiet();
    expect(of('kept').map(({ networks }) => networks.shared?.step)).toEqual([END]);
    expect(of('failed')).toMatchObject([{ code: 'diverged', step: 130 }]);
    send({ type: 'restore', order: 2 });
    send({ type: 'train', order: 3, until: 125, pace: null });
    await quiet();
    expect(of('restored')).toMatchObject([{ step: END }]);
    expect(session().stepOf('shared')).toBe(125);
  });
});

describe('the last step of the old task', () => {
  const driven = () => {
    const sessions: FakeSession[] = [];
    const host = driveHost({
      acknowledge: false,
      session(spec) {
        const session = fakeSession(spec, lossAt, { newTaskAfter: END });
        sessions.push(session);
        return session;
      },
    });
    host.open();
    host.send(watchAll);
    host.send({ type: 'train', order: 1, until: 200, pace: null });
    const stepNow = () => sessions.at(-1)?.stepOf('independent') ?? 0;
    return { ...host, stepNow };
  };

  it('is shown before the new one begins, also to a page that is slow to take frames', async () => {
    const { of, send, until, quiet, waits, stepNow } = driven();
    await until(
      (event) => event.type === 'evaluated' && event.step === END && event.network === 'independent',
    );
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(of('frame')).toHaveLength(1);
    expect(stepNow()).toBe(END);
    expect(waits.length).toBeGreaterThan(10);
    send({ type: 'acknowledge' });
    const { step, networks } = of('frame').at(-1)?.frame ?? {};
    expect(step).toBe(END);
    for (const network of [networks?.shared, networks?.independent]) {
      expect(network?.step).toBe(END);
      expect(network?.watched?.kernels).toEqual(Float32Array.of(END));
      expect(network?.losses.at(-1)).toBeCloseTo(1 / END);
    }
    await quiet();
    expect(stepNow()).toBe(200);
  });

  it('is waited for no longer than a second', async () => {
    const { quiet, waits, stepNow } = driven();
    await quiet();
    expect(stepNow()).toBe(200);
    const waited = waits.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(100);
    expect(waited).toBeLessThanOrEqual(1000);
  });
});
