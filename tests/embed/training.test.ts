/** Training by messages: steps, figures and failures as the page around is told of them. */
import { describe, expect, it } from 'vitest';
import { recordRun } from '../store/record-run';
import { framedLab } from './framed-lab';

/** Right only beyond the first 500 examples: a quick count says none, a full one three quarters. */
const knowsLate = (session: object) =>
  Object.assign(session, {
    evaluateSlice: (_network: string, _set: string, from: number, count: number) => [from >= 500 ? count : 0],
  });

describe('step', () => {
  it('trains every network on the bench so many steps, then tells the figures once, then replies', async () => {
    const { say, sent, quiet, of } = framedLab();
    const id = say('step', { count: 30 });
    await quiet();
    expect(sent.map(({ type, id: its }) => [type, its])).toEqual([
      ['ready', undefined],
      ['metrics', undefined],
      ['result', id],
    ]);
    expect(of('result')[0]?.payload).toEqual({ ok: true, warnings: [], step: 30 });
    expect(of('metrics')[0]?.payload).toEqual({
      step: 30,
      steps: 60,
      backend: 'cpu',
      running: false,
      runs: {
        shared: {
          loss: Math.fround(6 / 31),
          trainAccuracy: 1,
          testAccuracy: 1,
          testError: 0,
          parameters: expect.any(Number),
          bytes: expect.any(Number),
          msPerStep: 2,
        },
        independent: expect.objectContaining({ loss: Math.fround(11 / 31), testAccuracy: 1 }),
      },
    });
  });

  it('has counted all 2,000 held-out examples when it replies', async () => {
    const { say, of, quiet } = framedLab({ alter: knowsLate });
    say('step', { count: 20 });
    await quiet();
    expect(of('metrics').map(({ payload }) => payload.runs.shared?.testAccuracy)).toEqual([0.75]);
  });

  it('goes on from where the last one ended, beyond the end of a run too', async () => {
    const { say, of, quiet } = framedLab();
    for (const count of [1, 50, 40]) {
      say('step', { count });
      await quiet();
    }
    expect(of('result').map(({ payload }) => payload.step)).toEqual([1, 51, 91]);
  });

  it('of a poster trains from step 0, whatever the picture shows', async () => {
    const { say, of, quiet, store, workers } = framedLab();
    store.showStored(await recordRun());
    expect(workers).toHaveLength(0);
    say('step', { count: 5 });
    await quiet();
    expect(of('result').map(({ payload }) => payload.step)).toEqual([5]);
    expect(of('metrics').map(({ payload }) => [payload.step, payload.backend])).toEqual([[5, 'cpu']]);
  });

  it('of a second command before the reply is busy, the first is not disturbed', async () => {
    const { say, repliesTo, quiet } = framedLab();
    const [first, second] = [say('step', { count: 40 }), say('step')];
    expect(repliesTo(second)).toMatchObject([{ type: 'error', payload: { code: 'busy' } }]);
    await quiet();
    expect(repliesTo(first)).toMatchObject([{ type: 'result', payload: { step: 40 } }]);
  });

  it('asked for while training stops that first and trains so many steps from there', async () => {
    const { say, repliesTo, quiet, until, store, seen } = framedLab({ spec: { steps: 5000 } });
    store.run();
    await until(({ step }) => step > 40);
    const from = seen.length;
    const id = say('step', { count: 7 });
    await quiet();
    const stopped = seen.slice(from).find(({ target }) => target === null)?.step ?? Number.NaN;
    expect(repliesTo(id)).toMatchObject([{ type: 'result', payload: { step: stopped + 7 } }]);
  });

  const interruptions = [
    'pause',
    'reset',
    'play',
    'setState',
    'by hand: pause',
    'by hand: reset',
    'by hand: run',
  ];
  it.each(interruptions)('that is interrupted (%s) is answered once, at any moment', async (what) => {
    for (const delay of [0, 3, 9, 25, 60, 130]) {
      const { say, repliesTo, quiet, turns, store, until } = framedLab({ spec: { steps: 600 } });
      store.run();
      if (delay % 2) await until(({ step }) => step > 0);
      const id = say('step', { count: 60 });
      await turns(delay);
      const other =
        what === 'by hand: pause'
          ? store.pause()
          : what === 'by hand: reset'
            ? store.reset()
            : what === 'by hand: run'
              ? store.run()
              : say(what, { seed: 5 });
      await quiet();
      expect(repliesTo(id)).toHaveLength(1);
      for (const { type, payload } of repliesTo(id))
        if (type === 'error') expect(payload).toMatchObject({ code: 'bad-state' });
      if (other !== undefined)
        expect(repliesTo(other)).toMatchObject([{ type: 'result', payload: { ok: true } }]);
    }
  });

  it('survives the loss of its worker', async () => {
    const { say, repliesTo, quiet, until, fail } = framedLab();
    const id = say('step', { count: 200 });
    await until(({ step }) => step > 110);
    fail('error');
    await quiet();
    expect(repliesTo(id)).toMatchObject([{ type: 'result', payload: { ok: true, step: 200 } }]);
  });

  it('that diverges says so, as do those after it, until a reset', async () => {
    const lossAt = (_network: string, step: number) => (step > 30 ? Number.NaN : 1);
    const { say, repliesTo, quiet, of } = framedLab({ lossAt });
    const id = say('step', { count: 50 });
    await quiet();
    expect(repliesTo(id)).toMatchObject([{ type: 'error', payload: { code: 'diverged' } }]);
    expect(of('error').filter((message) => message.id === undefined)).toMatchObject([
      { payload: { code: 'diverged' } },
    ]);
    for (const type of ['step', 'play', 'predict']) {
      const again = say(type, type === 'predict' ? { pixels: new Array(784).fill(0) } : {});
      await quiet();
      expect(repliesTo(again)).toMatchObject([{ type: 'error', payload: { code: 'diverged' } }]);
    }
    say('reset');
    const after = say('step', { count: 5 });
    await quiet();
    expect(repliesTo(after)).toMatchObject([{ type: 'result', payload: { step: 5 } }]);
  });

  it('without digits says so, and tries again the next time', async () => {
    let tries = 0;
    const { say, repliesTo, quiet } = framedLab({
      loadData: async () => {
        tries += 1;
        if (tries <= 3) throw Object.assign(new Error('404'), { code: 'data-failed' });
        return 'digits';
      },
    });
    const first = say('step');
    await quiet();
    expect(repliesTo(first)).toMatchObject([{ type: 'error', payload: { code: 'data-failed' } }]);
    const second = say('step');
    await quiet();
    expect(repliesTo(second)).toMatchObject([{ type: 'result', payload: { step: 1 } }]);
  });
});

describe('metrics', () => {
  it('come at most twice a second while training runs, and once more when it has ended', async () => {
    const { say, of, quiet, turns, pass, state, until } = framedLab({ spec: { steps: 2000 } });
    say('play');
    await until(({ step }) => step > 0);
    const atStart = of('metrics').length;
    for (let half = 0; half < 6; half++) {
      await turns(30);
      pass(250);
    }
    expect(state().target).not.toBeNull();
    expect(of('metrics').length - atStart).toBeLessThanOrEqual(3);
    expect(of('metrics').length).toBeGreaterThanOrEqual(3);
    expect(of('metrics').every(({ payload }) => payload.running)).toBe(true);
    const before = of('metrics').length;
    await quiet();
    expect(of('metrics').slice(before)).toMatchObject([{ payload: { step: 2000, running: false } }]);
  });

  it('come once after each command, also where it changes nothing, and never on their own', async () => {
    const { say, of, quiet, pass, lab } = framedLab();
    const metricsAfter = async (type: string) => {
      const before = of('metrics').length;
      say(type);
      await quiet();
      pass(2000);
      return of('metrics')
        .slice(before)
        .map(({ payload }) => [payload.step, payload.running]);
    };
    expect(await metricsAfter('pause')).toEqual([[0, false]]);
    expect(await metricsAfter('reset')).toEqual([[0, false]]);
    expect(await metricsAfter('step')).toEqual([[1, false]]);
    expect(await metricsAfter('play')).toEqual([
      [1, true],
      [60, false],
    ]);
    expect(await metricsAfter('pause')).toEqual([[60, false]]);
    expect(await metricsAfter('reset')).toEqual([[0, false]]);
    for (const quietly of ['hello', 'getState', 'setState']) expect(await metricsAfter(quietly)).toEqual([]);
    lab.set({ digit: 2 });
    pass(5000);
    expect(of('metrics')).toHaveLength(7);
  });

  it('after a pause have all examples, whoever paused', async () => {
    for (const hand of [true, false]) {
      const { say, of, quiet, until, store } = framedLab({ spec: { steps: 5000 }, alter: knowsLate });
      store.run();
      await until(({ step }) => step > 50);
      const before = of('metrics').length;
      if (hand) store.pause();
      else say('pause');
      await quiet();
      const [last, ...more] = of('metrics').slice(before);
      expect(more).toEqual([]);
      expect(last?.payload).toMatchObject({ running: false, step: store.getState().step });
      expect(last?.payload.runs.shared?.testAccuracy).toBe(0.75);
    }
  });

  it('name the networks on the bench and nothing that is not known yet', () => {
    const { say, of } = framedLab({ bench: ['shared'] });
    say('pause');
    const nothing = { loss: null, trainAccuracy: null, testAccuracy: null, testError: null, msPerStep: null };
    const { runs, backend } = of('metrics')[0]?.payload ?? {};
    expect(backend).toBeNull();
    expect(runs).toMatchObject({ shared: nothing });
    expect(Object.keys(runs ?? {})).toEqual(['shared']);
    expect(runs?.shared?.bytes).toBe(4 * (runs?.shared?.parameters ?? 0));
  });
});

it('a failure is told once, under its code', async () => {
  const { say, of, quiet, repliesTo } = framedLab({
    loadData: () => Promise.reject(Object.assign(new Error('404'), { code: 'data-failed' })),
  });
  const id = say('play');
  await quiet();
  expect(repliesTo(id)).toMatchObject([{ type: 'result', payload: { ok: true } }]);
  expect(of('error')).toMatchObject([{ payload: { code: 'data-failed' } }]);
});

it('slides of reveal.js play and pause, and wait for no answer', async () => {
  const { post, of, quiet, until, state, sent } = framedLab({ spec: { steps: 5000 } });
  post('slide:start');
  await until(({ step }) => step > 10);
  post('slide:stop');
  await quiet();
  expect(state()).toMatchObject({ status: 'idle', target: null });
  expect(sent.every(({ id }) => id === undefined)).toBe(true);
  expect(of('result')).toEqual([]);
});
