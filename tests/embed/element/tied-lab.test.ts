/** `<tied-lab>` in a page: what makes a frame, what reloads it, what is only said to it, what comes out. */
import { describe, expect, it, vi } from 'vitest';
import { defineTiedLab } from '../../../src/embed/element/tied-lab';
import {
  addLab,
  frameOf,
  hashOf,
  PAGE_ORIGIN,
  queryOf,
  ready,
  say,
  sentTo,
  settled,
  targetsOf,
  withFakeFrames,
} from './fake-lab';

withFakeFrames();
defineTiedLab('https://tied.example/site/');

const STATE = { lab: 'convolution', seed: 1, compare: true, rate: 0.003, act: 'slide', cells: [] };
/** The lab answers the newest message of this type. */
function answer(lab: Element, type: string, reply: string, payload: unknown) {
  const asked = sentTo(lab).findLast((message) => message.type === type);
  if (!asked) throw new Error(`${type} was not sent`);
  say(lab, reply, payload, { id: asked.id });
}

describe('the frame', () => {
  it('has a title, is lazy, may copy and fill the screen, and is not sandboxed', () => {
    const frame = frameOf(addLab({ act: 'learn' }));
    expect(frame.title).toBe('Tied: interactive lab (convolution)');
    expect(frame.loading).toBe('lazy');
    expect(frame.getAttribute('allow')).toBe('clipboard-write; fullscreen');
    expect(frame.hasAttribute('sandbox')).toBe(false);
    expect(frame.src).toContain('https://tied.example/site/?embed=1&origin=');
    expect(frame.src).toMatch(/#v=1&lab=convolution&seed=1&act=learn$/);
  });

  it('takes title, loading and sandbox from the element; a sandbox without scripts would be empty', () => {
    const frame = frameOf(addLab({ title: 'Weights', loading: 'eager', sandbox: '' }));
    expect([frame.title, frame.loading]).toEqual(['Weights', 'eager']);
    expect(frame.getAttribute('sandbox')?.trim()).toBe('allow-scripts');
  });

  it('says what is missing where no address is known', () => {
    const lab = addLab({ base: 'javascript:alert(1)' });
    expect(lab.shadowRoot?.querySelector('iframe')).toBeNull();
    expect(lab.shadowRoot?.textContent).toContain('base is missing');
    expect(() => say(document.body, 'ready', {}, { source: {} })).not.toThrow();
  });

  it('is as high as the lab says, or as the page says', async () => {
    const lab = addLab();
    expect(frameOf(lab).style.height).toBe('');
    say(lab, 'resize', { height: 300 });
    // Parts of the lab are still to come.
    expect(frameOf(lab).style.height).toBe('480px');
    ready(lab);
    expect(frameOf(lab).style.height).toBe('300px');
    say(lab, 'resize', { height: 700.2 });
    expect(frameOf(lab).style.height).toBe('701px');
    for (const height of [-1, 'evil', null, Number.NaN, 3]) say(lab, 'resize', { height });
    expect(frameOf(lab).style.height).toBe('200px');
    say(lab, 'resize', { height: 640 });
    lab.setAttribute('height', '333');
    await settled();
    expect(frameOf(lab).style.height).toBe('333px');
    lab.setAttribute('height', '50%');
    await settled();
    expect(frameOf(lab).style.height).toBe('50%');
    lab.removeAttribute('height');
    await settled();
    expect(frameOf(lab).style.height).toBe('640px');
  });
});

describe('an attribute', () => {
  it('of the query makes a new frame that goes on with what was on the bench', async () => {
    const lab = addLab({ seed: '3' });
    const before = frameOf(lab);
    ready(lab);
    say(lab, 'state', { state: { ...STATE, seed: 3, compare: false, cells: [1, 2] }, source: 'user' });
    lab.setAttribute('theme', 'dark');
    await settled();
    expect(frameOf(lab)).not.toBe(before);
    expect(lab.shadowRoot?.querySelectorAll('iframe')).toHaveLength(1);
    expect(queryOf(lab).get('theme')).toBe('dark');
    expect(Object.fromEntries(hashOf(lab))).toMatchObject({ seed: '3', compare: '0', cells: '1,2', v: '1' });
  });

  it('of the hash is told to a lab that is ready, all at once and as native values', async () => {
    const lab = addLab();
    const before = frameOf(lab);
    ready(lab);
    lab.setAttribute('seed', '8');
    lab.setAttribute('compare', '0');
    lab.setAttribute('act', 'learn');
    lab.setAttribute('cells', '1,2');
    lab.setAttribute('class', 'wide');
    await settled();
    answer(lab, 'getState', 'state', { state: STATE, source: 'user' });
    await settled();
    expect(frameOf(lab)).toBe(before);
    expect(sentTo(lab).map(({ type, payload }) => [type, payload])).toEqual([
      ['getState', undefined],
      ['setState', { seed: 8, compare: false, act: 'learn', cells: [1, 2] }],
    ]);
    lab.setAttribute('seed', '8');
    await settled();
    expect(sentTo(lab)).toHaveLength(2);
  });

  it('of the hash that comes before the lab is ready waits for it, without another frame', async () => {
    const lab = addLab();
    const before = frameOf(lab);
    lab.setAttribute('seed', '8');
    await settled();
    expect(frameOf(lab)).toBe(before);
    ready(lab);
    answer(lab, 'getState', 'state', { state: STATE, source: 'user' });
    await settled();
    expect(sentTo(lab).at(-1)).toMatchObject({ type: 'setState', payload: { seed: 8 } });
  });

  it('that is removed, or another lab, starts over from the attributes', async () => {
    const lab = addLab({ seed: '3', rate: '0.1' });
    ready(lab);
    say(lab, 'state', { state: { ...STATE, rate: 0.5 }, source: 'user' });
    lab.removeAttribute('rate');
    await settled();
    expect(hashOf(lab).get('rate')).toBeNull();
    expect(hashOf(lab).get('seed')).toBe('3');
    ready(lab);
    lab.setAttribute('lab', 'recurrent');
    await settled();
    expect(hashOf(lab).get('lab')).toBe('recurrent');
  });

  it('has a property of its name, also one set before the element was defined', () => {
    const lab = document.createElement('div');
    Reflect.set(lab, 'seed', 5);
    Reflect.set(lab, 'lessonStep', 'two');
    // What the parser leaves of an element that is defined later: an object with properties of its own.
    const late = document.createElement('tied-lab');
    for (const [key, value] of Object.entries(lab)) Object.defineProperty(late, key, own(value));
    Object.defineProperty(late, 'stranger', own('kept'));
    document.body.append(late);
    expect(late.getAttribute('seed')).toBe('5');
    expect(late.getAttribute('lesson-step')).toBe('two');
    expect(Reflect.get(late, 'stranger')).toBe('kept');
    Reflect.set(late, 'compare', false);
    Reflect.set(late, 'seed', null);
    expect(late.getAttribute('compare')).toBe('0');
    expect(late.hasAttribute('seed')).toBe(false);
    expect(Reflect.get(late, 'lessonStep')).toBe('two');
  });
});
const own = (value: unknown) => ({ value, writable: true, enumerable: true, configurable: true });

describe('an event', () => {
  it.each([
    ['ready', { version: 1, labs: [], backend: null }],
    ['state', { state: STATE, source: 'user' }],
    ['metrics', { step: 3, runs: {} }],
    ['answer', { question: 'q', response: 'r', correct: true }],
    ['error', { code: 'diverged', message: 'The loss is not finite.' }],
  ])('tied-%s carries the payload and bubbles', (type, payload) => {
    const heard = vi.fn();
    document.body.addEventListener(`tied-${type}`, heard, { once: true });
    const lab = addLab();
    say(lab, type, payload);
    expect(heard).toHaveBeenCalledOnce();
    const event: CustomEvent = heard.mock.lastCall?.[0];
    expect([event.target, event.detail]).toEqual([lab, payload]);
  });

  it('comes only from the own frame, the right origin and the right envelope', () => {
    const lab = addLab();
    const other = addLab();
    const heard = vi.fn();
    lab.addEventListener('tied-ready', heard);
    ready(other);
    say(lab, 'ready', {}, { from: 'https://evil.example' });
    say(lab, 'ready', {}, { from: PAGE_ORIGIN });
    say(lab, 'ready', {}, { from: 'null' });
    say(lab, 'ready', {}, { source: window });
    for (const as of [{ ns: 'other' }, { v: 2 }, { type: 'click' }, { type: {} }])
      say(lab, 'ready', {}, { as });
    for (const data of ['text', null, 7, [], undefined]) {
      const event = new MessageEvent('message', { data, origin: 'https://tied.example' });
      Object.defineProperty(event, 'source', { value: frameOf(lab).contentWindow });
      dispatchEvent(event);
    }
    expect(heard).not.toHaveBeenCalled();
    ready(lab);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('of a sandboxed frame has the origin null, and commands go to any', async () => {
    const lab = addLab({ sandbox: 'allow-popups' });
    const heard = vi.fn();
    lab.addEventListener('tied-ready', heard);
    ready(lab);
    expect(heard).not.toHaveBeenCalled();
    say(lab, 'ready', {}, { from: 'null' });
    expect(heard).toHaveBeenCalledOnce();
    lab.pause().catch(() => {});
    expect(targetsOf(lab)).toEqual(['*']);
    lab.setAttribute('sandbox', 'allow-same-origin');
    await settled();
    ready(lab);
    lab.pause().catch(() => {});
    expect(targetsOf(lab)).toEqual(['https://tied.example']);
  });
});

describe('a method', () => {
  it('gives the payload of the reply; getState the state', async () => {
    const lab = addLab();
    const asked = [
      lab.getState(),
      lab.setState({ seed: 2 }),
      lab.play(),
      lab.pause(),
      lab.reset(),
      lab.step(),
      lab.predict({ pixels: [0] }),
      lab.exportImage(),
    ];
    expect(frameOf(lab).loading).toBe('eager');
    expect(sentTo(lab)).toEqual([]);
    ready(lab);
    expect(sentTo(lab).map(({ type, payload }) => [type, payload])).toEqual([
      ['getState', undefined],
      ['setState', { seed: 2 }],
      ['play', undefined],
      ['pause', undefined],
      ['reset', undefined],
      ['step', { count: 1 }],
      ['predict', { pixels: [0] }],
      ['exportImage', { format: 'png' }],
    ]);
    expect(new Set(targetsOf(lab))).toEqual(new Set(['https://tied.example']));
    for (const { type, id } of [...sentTo(lab)])
      if (type === 'getState') say(lab, 'state', { state: STATE, source: 'user' }, { id });
      else say(lab, 'result', { ok: true, warnings: [], of: type }, { id });
    const [state, ...results] = await Promise.all(asked);
    expect(state).toEqual(STATE);
    expect(results.map((result) => Reflect.get(result ?? {}, 'of'))).toEqual([
      'setState',
      'play',
      'pause',
      'reset',
      'step',
      'predict',
      'exportImage',
    ]);
  });

  it('rejects with the code of the error', async () => {
    const lab = addLab();
    ready(lab);
    const asked = lab.step(5);
    answer(lab, 'step', 'error', { code: 'busy', message: 'A step is under way.' });
    await expect(asked).rejects.toMatchObject({ code: 'busy', message: 'A step is under way.' });
  });

  it('rejects when the element goes, and what was not sent waits for its return', async () => {
    const lab = addLab();
    ready(lab);
    const lost = lab.play();
    lab.remove();
    await expect(lost).rejects.toMatchObject({ code: 'frame-gone' });
    const kept = lab.pause();
    document.body.append(lab);
    ready(lab);
    answer(lab, 'pause', 'result', { ok: true });
    expect(await kept).toEqual({ ok: true });
  });

  it('gives up on a frame that never answers', async () => {
    vi.useFakeTimers();
    const lost = expect(addLab().getState()).rejects.toMatchObject({ code: 'timeout' });
    await vi.advanceTimersByTimeAsync(60_000);
    await lost;
  });
});

describe('the element', () => {
  it('comes back after a move with what was on the bench', () => {
    const lab = addLab();
    ready(lab);
    say(lab, 'state', { state: { ...STATE, seed: 12 }, source: 'user' });
    const section = document.createElement('section');
    document.body.append(section);
    section.append(lab);
    expect(lab.shadowRoot?.querySelectorAll('iframe')).toHaveLength(1);
    expect(hashOf(lab).get('seed')).toBe('12');
    const heard = vi.fn();
    lab.addEventListener('tied-ready', heard);
    ready(lab);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('takes its listener along when it is removed', () => {
    const add = vi.spyOn(window, 'addEventListener');
    const remove = vi.spyOn(window, 'removeEventListener');
    const lab = addLab();
    const listener = add.mock.calls.find(([type]) => type === 'message')?.[1];
    lab.remove();
    expect(remove).toHaveBeenCalledWith('message', listener);
  });

  it('is defined once, whoever asks again', () => {
    const before = customElements.get('tied-lab');
    defineTiedLab('https://elsewhere.example/');
    expect(customElements.get('tied-lab')).toBe(before);
  });
});
