/** What the host does on request beside training: surveys, pokes, and messages that are none. */
import { describe, expect, it } from 'vitest';
import { driveHost, watchAll } from './drive-host';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';
import { withSession } from './with-session';

describe('a survey', () => {
  it('measures every cell once for each network, in the order of the session', async () => {
    const { open, send, quiet, of, session } = withSession();
    open();
    send({ type: 'survey', active: true });
    await quiet();
    const cells = session().calls.filter((call) => call.startsWith('measure shared'));
    expect(cells).toHaveLength(225);
    expect(new Set(cells).size).toBe(225);
    expect(cells).toEqual(session().survey.order.map((cell) => `measure shared ${cell}`));
    expect(cells.slice(0, 3)).toEqual(['measure shared 0', 'measure shared 2', 'measure shared 4']);
    const last = of('surveyed').at(-1);
    expect(last).toMatchObject({ done: true, network: 'independent' });
    expect(last?.values).toHaveLength(225);
    expect(last?.values.every((value) => value === 0.5)).toBe(true);
  });

  it('takes at most one cell for each training step, and begins again once the weights have moved', async () => {
    const { open, send, quiet, session } = withSession();
    open();
    send({ type: 'survey', active: true });
    await quiet();
    session().calls.length = 0;
    send({ type: 'train', order: 0, until: 50, pace: null });
    await quiet();
    const { calls } = session();
    const training = calls.slice(0, calls.lastIndexOf('train independent 50'));
    expect(training.filter((call) => call.startsWith('measure')).length).toBeLessThanOrEqual(50);
    const cells = calls.filter((call) => call.startsWith('measure'));
    expect(cells.length).toBeGreaterThanOrEqual(450);
  });
});

describe('pokes and bad messages', () => {
  it('answers a poke with a frame of the present step', async () => {
    const { open, send, quiet, of } = withSession();
    open();
    send(watchAll);
    await quiet();
    const frames = of('frame').length;
    send({ type: 'poke', networks: ['shared'], site: 3, filter: 0, tap: 2, delta: 0.5 });
    await quiet();
    expect(of('frame')).toHaveLength(frames + 1);
  });

  it('refuses what is no command and goes on', async () => {
    const { host, open, send, quiet, of } = withSession();
    open();
    for (const junk of [
      null,
      7,
      'train',
      {},
      { type: 'explode', run: 1 },
      { type: 'train', run: 1, order: 1, until: 'x', pace: null },
    ])
      host.receive(junk);
    send({ type: 'bench', networks: ['grouped'] });
    send({ type: 'predict', request: 1, input: new Float32Array(3) });
    send({ type: 'poke', networks: ['shared'], site: 5000, filter: 0, tap: 0, delta: 1 });
    await quiet();
    expect(of('failed').map(({ code }) => code)).toEqual(new Array(9).fill('bad-message'));
    send({ type: 'train', order: 0, until: 2, pace: null });
    await quiet();
    expect(of('paused')).toMatchObject([{ step: 2 }]);
  });

  it('turns an exception in a step into a failure with a code', async () => {
    const { open, send, quiet, of } = driveHost({
      session: (spec) => ({
        ...fakeSession(spec),
        train() {
          throw Object.assign(new Error('gone'), { code: 'context-lost' });
        },
      }),
    });
    open({ spec: smallSpec });
    send({ type: 'train', order: 0, until: 2, pace: null });
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'context-lost', detail: 'Error: gone' }]);
  });
});
