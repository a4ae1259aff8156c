import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../src/embed/read-message';
import { type CommandMessage, commands } from '../../src/spec/frame-messages';
import { hostile, oddities } from './hostile';

const message = (type: unknown, payload?: unknown, more = {}) => ({
  ns: 'tied',
  v: 1,
  type,
  id: 7,
  payload,
  ...more,
});
/** As a page with our types would write them. */
const typed: readonly CommandMessage[] = [
  { ns: 'tied', v: 1, id: 7, type: 'hello' },
  { ns: 'tied', v: 1, id: 7, type: 'getState' },
  { ns: 'tied', v: 1, id: 7, type: 'setState', payload: { data: 'corner' } },
  { ns: 'tied', v: 1, id: 7, type: 'play' },
  { ns: 'tied', v: 1, id: 7, type: 'pause' },
  { ns: 'tied', v: 1, id: 7, type: 'reset' },
  { ns: 'tied', v: 1, id: 7, type: 'step', payload: {} },
  { ns: 'tied', v: 1, id: 7, type: 'predict', payload: { pixels: [] } },
  { ns: 'tied', v: 1, id: 7, type: 'exportImage', payload: { format: 'png' } },
];

describe('a message', () => {
  it.each(typed.map((each) => [each.type, each] as const))('of type %s is read with its id', (type, each) => {
    expect(readMessage(each)).toMatchObject({ kind: 'command', command: { type }, id: 7 });
  });

  it('of every type is among those', () => {
    expect(typed.map(({ type }) => type)).toEqual(Object.keys(commands));
  });

  it.each([
    ['another version', message('hello', undefined, { v: 2 })],
    ['no version', message('hello', undefined, { v: undefined })],
    ['an unknown type', message('explode')],
    ['a type that every object has', message('toString')],
    ['a type that is no text', message(['hello'])],
    ['a setState without an object', message('setState', 'corner')],
    ['a setState with a map', message('setState', new Map([['data', 'corner']]))],
    ['half a step', message('step', { count: 0.5 })],
    ['no step at all', message('step', { count: 0 })],
    ['a picture of another kind', message('exportImage', { format: 'gif' })],
    ['a picture of no size', message('exportImage', { format: 'png', scale: Number.NaN })],
  ])('with %s is refused under its id', (_what, data) => {
    expect(readMessage(data)).toMatchObject({ kind: 'refused', id: 7, why: expect.stringMatching(/.+\.$/) });
  });

  it('whose id no reply can carry is refused without one', () => {
    for (const id of [{}, [], Number.NaN, 'x'.repeat(201), null, true])
      expect(readMessage(message('play', undefined, { id }))).toMatchObject({
        kind: 'refused',
        id: undefined,
      });
  });

  it('is read by what it has itself, not by what its prototype has', () => {
    expect(readMessage(Object.create(message('play')))).toEqual({ kind: 'foreign' });
    const payload = JSON.parse('{"__proto__": {"count": 900}}');
    expect(readMessage(message('step', payload))).toMatchObject({ command: { payload: { count: 1 } } });
  });

  it('of somebody else is none of ours', () => {
    for (const data of ['hello', 1, null, [], { type: 'hello' }, { ns: 'tied2' }, new Map([['ns', 'tied']])])
      expect(readMessage(data)).toEqual({ kind: 'foreign' });
  });

  it('that throws when it is looked at is none of ours', () => {
    const trap = new Proxy(
      {},
      {
        getOwnPropertyDescriptor: () => {
          throw new Error('trap');
        },
      },
    );
    expect(readMessage(trap)).toEqual({ kind: 'foreign' });
    const getter = {
      get ns() {
        throw new Error('getter');
      },
    };
    expect(readMessage(getter)).toEqual({ kind: 'foreign' });
  });

  it('is read without throwing, whatever it is', () => {
    for (const data of oddities) for (const type of Object.keys(commands)) readMessage(message(type, data));
    fc.assert(
      fc.property(hostile, (data) => {
        expect(['command', 'refused', 'slide', 'foreign']).toContain(readMessage(data).kind);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('numbers', () => {
  it('of steps are at most 1,000, and say so', () => {
    expect(readMessage(message('step', { count: 1000 }))).toMatchObject({ warnings: [] });
    expect(readMessage(message('step', { count: 5000 }))).toMatchObject({
      command: { payload: { count: 1000 } },
      warnings: [{ problem: 'clamped', key: 'count', text: '5000' }],
    });
  });

  it('of a scale are between 1 and 4, and say so', () => {
    const read = (scale: unknown) => readMessage(message('exportImage', { format: 'png', scale }));
    expect(read(undefined)).toMatchObject({ command: { payload: { scale: 1 } }, warnings: [] });
    expect(read(2.5)).toMatchObject({ command: { payload: { scale: 2.5 } }, warnings: [] });
    expect(read(99)).toMatchObject({ command: { payload: { scale: 4 } }, warnings: [{ key: 'scale' }] });
    expect(read(-1)).toMatchObject({ command: { payload: { scale: 1 } } });
  });
});

it('the words of reveal.js are play and pause', () => {
  expect(readMessage('slide:start')).toEqual({ kind: 'slide', type: 'play' });
  expect(readMessage('slide:stop')).toEqual({ kind: 'slide', type: 'pause' });
});
