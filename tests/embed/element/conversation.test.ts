/** Every command is sent at most once, in order, no faster than the lab reads, and every promise settles. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConversation, type Message } from '../../../src/embed/element/conversation';
import { MESSAGES_PER_SECOND } from '../../../src/spec/frame-messages';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function begin() {
  const posted: (Message & { readonly at: number })[] = [];
  const talk = createConversation((message) => posted.push({ ...message, at: Date.now() }));
  return { posted, talk };
}

/** What became of a promise. */
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    (value) => ({ value }),
    ({ code, message }) => ({ code, message }),
  );

describe('a conversation', () => {
  it('holds commands back until the lab is ready, then sends them in order', () => {
    const { posted, talk } = begin();
    talk.ask('reset', undefined);
    talk.ask('step', { count: 2 });
    expect(posted).toEqual([]);
    talk.restart(true);
    expect(posted.map(({ type, payload }) => [type, payload])).toEqual([
      ['reset', undefined],
      ['step', { count: 2 }],
    ]);
    expect(posted).toMatchObject([
      { ns: 'tied', v: 1 },
      { ns: 'tied', v: 1 },
    ]);
  });

  it('gives each command its own reply', async () => {
    const { posted, talk } = begin();
    talk.restart(true);
    const one = talk.ask('play', undefined);
    const two = talk.ask('pause', undefined);
    expect(posted[0]?.id).not.toBe(posted[1]?.id);
    talk.reply(posted[1]?.id, 'second');
    talk.reply(posted[0]?.id, 'first');
    expect([await one, await two]).toEqual(['first', 'second']);
  });

  it('rejects with the code of the error', async () => {
    const { posted, talk } = begin();
    talk.restart(true);
    const asked = outcome(talk.ask('step', { count: 1 }));
    talk.reply(posted[0]?.id, 'A step is under way.', 'busy');
    expect(await asked).toEqual({ code: 'busy', message: 'A step is under way.' });
  });

  it('ignores replies to nothing', () => {
    const { talk } = begin();
    for (const id of [undefined, null, 1, 'x', {}]) expect(() => talk.reply(id, {})).not.toThrow();
  });

  it('gives up after a minute, after ten where steps are trained, and forgets what was not sent', async () => {
    const { posted, talk } = begin();
    const waiting = outcome(talk.ask('getState', undefined));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await waiting).toMatchObject({ code: 'timeout' });
    talk.restart(true);
    expect(posted).toEqual([]);
    let settled = false;
    const long = outcome(talk.ask('step', { count: 1000 })).finally(() => {
      settled = true;
    });
    await vi.advanceTimersByTimeAsync(599_000);
    expect(settled).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await long).toMatchObject({ code: 'timeout' });
  });

  it('rejects what the lost lab owed and sends the next one only the rest', async () => {
    const { posted, talk } = begin();
    talk.restart(true);
    const owed = outcome(talk.ask('getState', undefined));
    talk.restart(false);
    expect(await owed).toMatchObject({ code: 'frame-gone' });
    talk.ask('play', undefined);
    talk.restart(true);
    expect(posted.map(({ type }) => type)).toEqual(['getState', 'play']);
  });

  it('never sends more in any second than the lab reads, and sends all in the end', async () => {
    const { posted, talk } = begin();
    talk.restart(true);
    for (let i = 0; i < 20; i++) talk.ask('getState', undefined).catch(() => {});
    await vi.advanceTimersByTimeAsync(900);
    for (let i = 0; i < 200; i++) talk.ask('getState', undefined).catch(() => {});
    await vi.advanceTimersByTimeAsync(12_000);
    expect(posted).toHaveLength(220);
    const most = Math.max(
      ...posted.map(({ at }) => posted.filter((other) => other.at >= at && other.at < at + 1000).length),
    );
    expect(most).toBeLessThanOrEqual(MESSAGES_PER_SECOND);
  });

  it('leaves no timer behind once all is answered', async () => {
    const { posted, talk } = begin();
    talk.restart(true);
    const asked = talk.ask('play', undefined);
    talk.reply(posted[0]?.id, {});
    await asked;
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
  });
});
