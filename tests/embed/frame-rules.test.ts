/** Whom a frame hears, how much of it, and whom it speaks to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrived, openFrameLine } from '../../src/embed/frame-line';
import { originRule } from '../../src/embed/origin-rule';
import { createRateLimit } from '../../src/embed/rate-limit';

describe('the limit', () => {
  it('lets 50 through at once, drops the rest, and is full again after a second', () => {
    const allows = createRateLimit();
    const at = (ms: number) => Array.from({ length: 200 }, () => allows(ms)).filter(Boolean).length;
    expect(at(0)).toBe(50);
    expect(at(999)).toBe(0);
    expect(at(1000)).toBe(50);
  });

  it('never lets more than 50 through in any one second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 400 }), (gaps) => {
        const allows = createRateLimit();
        let now = 0;
        const through = gaps.flatMap((gap) => {
          now += gap;
          return allows(now) ? [now] : [];
        });
        for (const end of through)
          expect(through.filter((at) => at > end - 1000 && at <= end).length).toBeLessThanOrEqual(50);
      }),
    );
  });
});

describe('the line', () => {
  function view(framed = true) {
    const posted: unknown[][] = [];
    const parent = { postMessage: (...message: unknown[]) => posted.push(message) };
    type Listener = (event: { data: unknown; origin: string; source: unknown }) => void;
    const listeners: Listener[] = [];
    const window = {
      parent,
      performance: { now: () => 5 },
      addEventListener: (_type: 'message', listener: Listener) => listeners.push(listener),
    };
    if (!framed) Object.assign(window, { parent: window });
    const arrive = (data: unknown, source: unknown = parent) => {
      for (const listener of listeners) listener({ data, origin: 'https://course.example', source });
    };
    return { window, posted, listeners, arrive };
  }

  it('is none where the page is in no frame: nothing is heard or said', () => {
    const { window, listeners } = view(false);
    expect(openFrameLine(window)).toBeNull();
    expect(listeners).toEqual([]);
  });

  it('carries only what the page around has posted', () => {
    const { window, arrive } = view();
    const heard: Arrived[] = [];
    openFrameLine(window)?.take((arrived) => heard.push(arrived));
    arrive('from itself', window);
    arrive('from a frame in it', {});
    arrive('from nowhere', null);
    arrive('from around');
    expect(heard).toEqual([{ data: 'from around', origin: 'https://course.example', at: 5 }]);
  });

  it('keeps the first 50 that come before anybody listens, in order, and hands them over once', () => {
    const { window, arrive } = view();
    const line = openFrameLine(window);
    for (let count = 0; count < 80; count++) arrive(count);
    const heard: unknown[] = [];
    line?.take(({ data }) => heard.push(data));
    arrive('later');
    expect(heard).toEqual([...Array(50).keys(), 'later']);
    line?.take(({ data }) => heard.push(data));
    expect(heard).toHaveLength(51);
  });
});

describe('origin', () => {
  it('not given lets any page in', () => {
    const rule = originRule('?embed=1');
    expect(rule).toMatchObject({ target: '*', named: false });
    expect(rule.accepts('null') && rule.accepts('https://a.example')).toBe(true);
  });

  it('given lets that one in, and nothing is posted to another', () => {
    const rule = originRule('?embed=1&origin=https://Course.example');
    expect(rule).toMatchObject({ target: 'https://course.example', named: true });
    expect(rule.accepts('https://course.example')).toBe(true);
    for (const other of [
      'https://course.example.evil',
      'http://course.example',
      'https://course.example:8443',
      'null',
      '',
    ])
      expect(rule.accepts(other)).toBe(false);
  });

  it('with the standard port is the same origin', () => {
    expect(originRule('?origin=https://a.example:443').accepts('https://a.example')).toBe(true);
  });

  it('that cannot be read lets nobody in and says nothing', () => {
    for (const text of [
      'course.example',
      'https://a.example/path',
      '*',
      'https://a.example:99999',
      'javascript:1',
      '',
    ]) {
      const rule = originRule(`?origin=${encodeURIComponent(text)}`);
      expect(rule.target).toBeNull();
      expect(rule.accepts('https://a.example') || rule.accepts('null')).toBe(false);
    }
  });
});
