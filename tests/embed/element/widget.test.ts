/** The anywidget front end with a model that a test plays: values to attributes, the lab's words to values. */
import { describe, expect, it, vi } from 'vitest';
import { render } from '../../../src/embed/element/widget';
import { frameOf, hashOf, queryOf, ready, say, sentTo, settled, withFakeFrames } from './fake-lab';

withFakeFrames();

type Heard = (value: unknown) => void;

/** As Backbone and its likes: `set` tells the listeners of a changed value at once. */
function createModel(values: Record<string, unknown>) {
  const listeners = new Map<string, Set<Heard>>();
  const tell = (event: string, value: unknown) => {
    for (const heard of listeners.get(event) ?? []) heard(value);
  };
  return {
    values,
    sent: [] as unknown[],
    saves: 0,
    tell,
    count: () => [...listeners.values()].reduce((sum, heard) => sum + heard.size, 0),
    get: (key: string) => values[key],
    set(key: string, value: unknown) {
      const same = JSON.stringify(values[key]) === JSON.stringify(value);
      values[key] = value;
      if (!same) tell(`change:${key}`, value);
    },
    save_changes() {
      this.saves++;
    },
    on(event: string, heard: Heard) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(heard));
    },
    off(event: string, heard: Heard) {
      listeners.get(event)?.delete(heard);
    },
    send(message: unknown) {
      this.sent.push(message);
    },
  };
}

function show(values: Record<string, unknown>) {
  const model = createModel({ base: 'https://tied.example/site/', ...values });
  const el = document.createElement('div');
  document.body.append(el);
  const stop = render({ model, el });
  const lab = el.querySelector('tied-lab');
  if (!lab) throw new Error('Nothing was rendered.');
  return { model, el, stop, lab };
}

describe('the widget', () => {
  it('shows a lab by the values of its model', () => {
    const { lab } = show({
      act: 'learn',
      seed: 0,
      compare: false,
      theme: '',
      lesson_step: 'two',
      height: 500,
      state: { kernel: 'blur', cells: [1, 2] },
    });
    expect(Object.fromEntries(hashOf(lab))).toEqual({
      v: '1',
      lab: 'convolution',
      seed: '0',
      kernel: 'blur',
      cells: '1,2',
      compare: '0',
      act: 'learn',
    });
    expect(queryOf(lab).get('lesson-step')).toBe('two');
    expect(queryOf(lab).has('theme')).toBe(false);
    expect(frameOf(lab).style.height).toBe('500px');
  });

  it('follows a changed value without a new frame', async () => {
    const { lab, model } = show({ seed: 1 });
    const before = frameOf(lab);
    ready(lab);
    say(lab, 'state', { state: { seed: 1 }, source: 'user' });
    model.set('seed', 5);
    await settled();
    expect(frameOf(lab)).toBe(before);
    expect(sentTo(lab).at(-1)).toMatchObject({ type: 'setState', payload: { seed: 5 } });
  });

  it('writes what the lab says into the values that exist, and no others', () => {
    const { lab, model } = show({ state: {}, metrics: {} });
    say(lab, 'metrics', { step: 3 });
    say(lab, 'state', { state: { seed: 4 }, source: 'user' });
    say(lab, 'error', { code: 'diverged', message: '' });
    expect(model.values).toMatchObject({ metrics: { step: 3 }, state: { seed: 4 } });
    expect(model.values).not.toHaveProperty('error');
    expect(model.saves).toBe(2);
  });

  it('tells the lab of a state set from outside, and never of its own', () => {
    const { lab, model } = show({ state: {} });
    ready(lab);
    say(lab, 'state', { state: { seed: 4 }, source: 'user' });
    expect(sentTo(lab)).toEqual([]);
    model.set('state', { seed: 9 });
    expect(sentTo(lab)).toMatchObject([{ type: 'setState', payload: { seed: 9 } }]);
  });

  it('answers commands of the kernel', async () => {
    const { lab, model } = show({});
    ready(lab);
    model.tell('msg:custom', { type: 'step', id: 7, payload: { count: 3 } });
    model.tell('msg:custom', { type: 'play', id: 8 });
    model.tell('msg:custom', 'nonsense');
    const [step, play] = sentTo(lab);
    expect(step).toMatchObject({ type: 'step', payload: { count: 3 } });
    say(lab, 'result', { ok: true, step: 3 }, { id: step?.id ?? 0 });
    say(lab, 'error', { code: 'busy', message: 'wait' }, { id: play?.id ?? 0 });
    await settled();
    expect(model.sent).toEqual([
      { type: 'result', id: 7, payload: { ok: true, step: 3 } },
      { type: 'error', id: 8, payload: { code: 'busy', message: 'wait' } },
    ]);
  });

  it('leaves nothing behind when its view ends, and works without send and off', () => {
    const { el, model, stop } = show({});
    expect(model.count()).toBeGreaterThan(0);
    stop();
    expect(model.count()).toBe(0);
    expect(el.childElementCount).toBe(0);
    const bare = { get: () => undefined, set: vi.fn(), save_changes: vi.fn(), on: vi.fn() };
    const end = render({ model: bare, el });
    expect(el.querySelector('tied-lab')).not.toBeNull();
    expect(end).not.toThrow();
    expect(bare.set).not.toHaveBeenCalled();
  });
});
