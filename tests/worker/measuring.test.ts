/** What the host does when it is asked to measure one network: steps and counts, nothing else. */
import { describe, expect, it } from 'vitest';
import { smallSpec } from './specs';
import { trainCalls, withSession } from './with-session';

const measure = { type: 'measure', network: 'independent', steps: 60 } as const;

describe('a network that is measured', () => {
  it('makes just the steps asked for and is then counted on all examples there are, once', async () => {
    const { open, send, quiet, of, session } = withSession();
    open();
    send(measure);
    await quiet();
    expect(trainCalls(session())).toEqual(
      Array.from({ length: 60 }, (_, at) => `train independent ${at + 1}`),
    );
    const counts = session().calls.filter((call) => call.startsWith('evaluate'));
    expect(counts).toHaveLength(21);
    expect(counts.every((call) => call.startsWith('evaluate independent'))).toBe(true);
    const figures = { test: { correct: 2000, total: 2000 }, train: { correct: 100, total: 100 } };
    expect(of('measured')).toEqual([
      { type: 'measured', run: 1, network: 'independent', step: 60, ...figures },
    ]);
    for (const type of ['frame', 'evaluated', 'paused', 'kept'] as const) expect(of(type)).toEqual([]);
  });

  it('is counted on no more than 2,000 training examples', async () => {
    const { open, send, quiet, of } = withSession();
    open({ spec: { ...smallSpec, data: { kind: 'digits', variant: 'roaming', examples: 5000 } } });
    send(measure);
    await quiet();
    expect(of('measured')[0]?.train.total).toBe(2000);
  });

  it('tells its step at most four times a second', async () => {
    const { open, send, quiet, of, time } = withSession();
    open();
    send({ ...measure, steps: 2000 });
    await quiet();
    const told = of('measuring').length;
    expect(told).toBeGreaterThan(1);
    expect(told).toBeLessThanOrEqual(1 + time() / 250);
  });

  it('stands still while the run is suspended, and then goes on where it stood', async () => {
    const { open, send, quiet, of, session } = withSession();
    open();
    send({ type: 'suspend', on: true });
    send(measure);
    await quiet();
    expect(session().calls).toEqual([]);
    send({ type: 'suspend', on: false });
    await quiet();
    expect(of('measured')).toHaveLength(1);
  });

  it('that diverges says at which step and is not counted', async () => {
    const { open, send, quiet, of, session } = withSession((_network, step) => (step < 12 ? 1 : Number.NaN));
    open();
    send(measure);
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'independent', step: 12 }]);
    expect(of('measured')).toEqual([]);
    expect(session().calls.some((call) => call.startsWith('evaluate'))).toBe(false);
  });

  it('leaves its run for nothing else: other commands and a second measurement are refused', async () => {
    const { open, send, quiet, of, session } = withSession();
    open();
    send(measure);
    send({ type: 'train', order: 1, until: 100, pace: null });
    send({ type: 'measure', network: 'shared', steps: 60 });
    await quiet();
    expect(of('failed').map(({ code }) => code)).toEqual(['bad-message', 'bad-message']);
    expect(of('measured')).toHaveLength(1);
    expect(trainCalls(session())).toHaveLength(60);
  });

  it('must not have been trained before', async () => {
    const { open, send, quiet, of } = withSession();
    open();
    send({ type: 'train', order: 1, until: 20, pace: null });
    await quiet();
    send(measure);
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'bad-message' }]);
    expect(of('measured')).toEqual([]);
  });
});
