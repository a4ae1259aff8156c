/** Each command and its one reply, on the real stores and host. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framedLab } from './framed-lab';
import { hostile } from './hostile';

const pixels = new Array<number>(784).fill(0.5);

describe('a lab that is ready', () => {
  it('says so once, and again to each hello', () => {
    const { of, say, showLab, repliesTo } = framedLab();
    showLab();
    const ready = { version: 1, labs: ['convolution'], backend: null };
    expect(of('ready')).toEqual([{ ns: 'tied', v: 1, type: 'ready', payload: ready }]);
    expect(repliesTo(say('hello'))).toMatchObject([{ type: 'ready', payload: ready }]);
  });

  it('answers in the order that commands came in while it was loading', () => {
    const { sent, say, showLab } = framedLab({ place: 'loading' });
    const ids = [say('hello'), say('setState', { data: 'corner' }), say('getState')];
    expect(sent).toEqual([]);
    showLab();
    expect(sent.map(({ type, id }) => [type, id])).toEqual([
      ['ready', undefined],
      ['ready', ids[0]],
      ['result', ids[1]],
      ['state', ids[2]],
    ]);
    expect(sent.at(-1)).toMatchObject({ payload: { state: { lab: 'convolution', data: 'corner' } } });
  });

  it('that is long in coming keeps 50 commands and is busy for the others', () => {
    const { say, sent, showLab, pass } = framedLab({ place: 'loading' });
    for (let count = 0; count < 60; count++) {
      say('getState');
      pass(100);
    }
    expect(sent.map(({ payload }) => payload)).toMatchObject(new Array(10).fill({ code: 'busy' }));
    showLab();
    expect(new Set(sent.flatMap(({ id }) => id ?? [])).size).toBe(60);
  });
});

describe('where there is no lab', () => {
  it('the gallery answers hello and refuses the rest', () => {
    const { say, repliesTo, of } = framedLab({ place: 'gallery' });
    expect(of('ready')).toEqual([]);
    expect(repliesTo(say('hello'))).toMatchObject([{ type: 'ready', payload: { backend: null } }]);
    for (const type of ['getState', 'play', 'pause', 'reset', 'step'])
      expect(repliesTo(say(type))).toMatchObject([{ type: 'error', payload: { code: 'bad-state' } }]);
  });

  it('a lab that could not be loaded refuses what has waited for it', () => {
    const { say, api, repliesTo } = framedLab({ place: 'loading' });
    const id = say('step');
    api.setPlace({ kind: 'failed' });
    expect(repliesTo(id)).toMatchObject([{ type: 'error', payload: { code: 'bad-state' } }]);
  });

  it('commands that were open when the lab was left are answered', async () => {
    const { say, api, repliesTo, turns } = framedLab();
    const ids = [say('step', { count: 500 }), say('predict', { pixels })];
    await turns(2);
    api.setPlace({ kind: 'gallery' });
    for (const id of ids)
      expect(repliesTo(id)).toMatchObject([{ type: 'error', payload: { code: 'bad-state' } }]);
  });
});

describe('setState', () => {
  it('is taken whole or not at all', () => {
    const { say, repliesTo, lab } = framedLab();
    const bad = say('setState', { data: 'corner', rate: 'fast' });
    expect(repliesTo(bad)).toMatchObject([
      { type: 'result', payload: { ok: false, warnings: [{ problem: 'bad-value', key: 'rate' }] } },
    ]);
    expect(lab.getState().state.data).toBe('roaming');
    const clamped = say('setState', { data: 'corner', rate: 5000, wibble: 1 });
    expect(repliesTo(clamped)).toMatchObject([
      { payload: { ok: true, warnings: [{ problem: 'clamped', key: 'rate' }, { problem: 'unknown-key' }] } },
    ]);
    expect(lab.getState().state).toMatchObject({ data: 'corner', rate: 1000 });
  });

  it('takes back what getState gave, and no other lab', () => {
    const { say, of, repliesTo } = framedLab();
    say('getState');
    const { state } = of('state').at(-1)?.payload ?? { state: {} };
    expect(repliesTo(say('setState', { v: 1, ...state }))).toMatchObject([
      { payload: { ok: true, warnings: [] } },
    ]);
    expect(repliesTo(say('setState', { lab: 'recurrent', data: 'corner' }))).toMatchObject([
      { payload: { ok: false, warnings: [{ problem: 'bad-value', key: 'lab' }] } },
    ]);
  });

  it('is told as the change of the page around, any other as that of the user, each once it has settled', () => {
    const { say, of, lab, pass } = framedLab();
    say('setState', { digit: 3 });
    lab.set({ digit: 4 });
    lab.set({ digit: 5 });
    pass(249);
    expect(of('state').map(({ payload }) => [payload.source, payload.state.digit])).toEqual([['api', 3]]);
    pass(1);
    expect(of('state').map(({ payload }) => [payload.source, payload.state.digit])).toEqual([
      ['api', 3],
      ['user', 5],
    ]);
  });

  it('that changes nothing is no change', () => {
    const { say, of, pass } = framedLab();
    say('setState', { data: 'roaming' });
    pass(1000);
    expect(of('state')).toEqual([]);
  });
});

describe('predict', () => {
  it('wakes a lab that has not trained and asks every network on the bench', async () => {
    const { say, repliesTo, quiet, state } = framedLab();
    const id = say('predict', { pixels });
    await quiet();
    const shares = new Array(10).fill(Math.fround(0.1));
    expect(repliesTo(id)).toMatchObject([
      { type: 'result', payload: { ok: true, shared: shares, independent: shares } },
    ]);
    expect(state().status).toBe('idle');
  });

  it('gets its own answer and leaves the question of the screen alone', async () => {
    const asked: Float32Array[] = [];
    const { say, repliesTo, quiet, store, state } = framedLab({
      alter: (session) =>
        Object.assign(session, {
          predict(_network: string, cells: Float32Array) {
            asked.push(cells);
            return { kind: 'image', answer: Float32Array.of(cells[0] ?? 0), equivarianceError: 0 };
          },
        }),
    });
    store.run();
    const answers = [0.25, 0.5, 0.75].map((shade, at) => {
      store.predict(new Float32Array(784).fill(at + 10));
      return [say('predict', { pixels: new Float64Array(784).fill(shade) }), shade] as const;
    });
    await quiet();
    for (const [id, shade] of answers)
      expect(repliesTo(id)).toMatchObject([{ payload: { shared: [shade], independent: [shade] } }]);
    expect(state().prediction?.networks.shared?.answer[0]).toBe(12);
    expect(state().step).toBe(60);
  });

  it('of what is no picture is refused in words', () => {
    const { say, repliesTo } = framedLab();
    for (const bad of [[], [1, 2], new Array(784), pixels.with(5, 1.5), pixels.with(783, Number.NaN), 'x'])
      expect(repliesTo(say('predict', { pixels: bad }))).toMatchObject([
        { type: 'error', payload: { code: 'bad-message', message: expect.stringContaining('pixels') } },
      ]);
  });

  it('is asked again of the worker that takes over, and refused when the networks are gone', async () => {
    const { say, repliesTo, quiet, fail, turns, store, until } = framedLab();
    store.run();
    await until(({ step }) => step > 20);
    const id = say('predict', { pixels });
    fail('error');
    await quiet();
    expect(repliesTo(id)).toMatchObject([{ type: 'result', payload: { ok: true } }]);
    const gone = say('predict', { pixels });
    store.reset();
    await turns(40);
    expect(repliesTo(gone)).toMatchObject([{ type: 'error', payload: { code: 'bad-state' } }]);
  });
});

describe('exportImage', () => {
  it('gives the picture, or says why there is none', async () => {
    const { say, repliesTo, turns } = framedLab();
    const id = say('exportImage', { format: 'png', scale: 3 });
    await turns(2);
    expect(repliesTo(id)).toMatchObject([{ type: 'result', payload: { ok: true, dataUrl: 'data:png,3' } }]);
    const failing = framedLab({ exportImage: () => Promise.reject(new Error('no stage')) });
    const refused = failing.say('exportImage', { format: 'svg' });
    await failing.turns(2);
    expect(failing.repliesTo(refused)).toMatchObject([{ type: 'error', payload: { code: 'bad-state' } }]);
  });
});

it('an answer to a lesson is told only to a page that is known by name', () => {
  const answer = { question: 'q', response: 'r', correct: true };
  const [known, unknown] = [framedLab({ named: true }), framedLab()];
  for (const { api } of [known, unknown]) api.tellAnswer(answer);
  expect(known.of('answer')).toMatchObject([{ payload: answer }]);
  expect(unknown.of('answer')).toEqual([]);
});

it('whatever comes, nothing throws, no command has two answers, and getState is answered in the end', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 40 }), (messages) => {
      const { post, say, sent, pass, repliesTo } = framedLab();
      for (const [at, data] of messages.entries()) {
        const mine = typeof data === 'object' && data !== null && Object.hasOwn(data, 'ns');
        post(mine ? { ...data, id: `id ${at}` } : data);
      }
      const ids = sent.flatMap(({ id }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      pass(1000);
      expect(repliesTo(say('getState'))).toMatchObject([{ type: 'state' }]);
    }),
    { numRuns: 60 },
  );
}, 60_000);
