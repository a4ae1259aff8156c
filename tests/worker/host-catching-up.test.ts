/** The host when networks are behind or have diverged. */
import { describe, expect, it } from 'vitest';
import { withSession } from './with-session';

describe('catching up', () => {
  it('gives the same losses and evaluations as lockstep would have, then goes on', async () => {
    const lockstep = withSession();
    lockstep.open();
    lockstep.send({ type: 'train', order: 0, until: 60, pace: null });
    await lockstep.quiet();
    const late = withSession();
    late.open({ bench: ['shared'] });
    late.send({ type: 'train', order: 0, until: 45, pace: null });
    await late.quiet();
    expect(late.lossesOf('independent')).toEqual([]);
    late.send({ type: 'bench', networks: ['shared', 'independent'] });
    await late.quiet();
    expect(late.of('catching-up')[0]).toMatchObject({ network: 'independent', step: 0, target: 45 });
    expect(late.of('catching-up').at(-1)).toMatchObject({ step: 45, target: 45 });
    expect(late.of('frame').at(-1)?.frame.networks.independent?.step).toBe(45);
    late.send({ type: 'train', order: 0, until: 60, pace: null });
    await late.quiet();
    expect(late.lossesOf('independent')).toEqual(lockstep.lossesOf('independent'));
    const steps = late
      .of('evaluated')
      .filter(({ network, test }) => network === 'independent' && test.total === 500);
    expect(steps.map(({ step }) => step)).toEqual([0, 20, 40, 60]);
  });

  it('resumes a run that was going on', async () => {
    const { open, send, until, quiet, of, session } = withSession();
    open({ bench: ['shared'] });
    send({ type: 'train', order: 0, until: 400, pace: null });
    await until((event) => event.type === 'frame' && event.frame.step > 50);
    send({ type: 'bench', networks: ['independent'] });
    await quiet();
    expect(of('paused')).toMatchObject([{ step: 400, because: 'finished' }]);
    expect(session().stepOf('independent')).toBe(400);
    expect(session().stepOf('shared')).toBeLessThan(400);
  });
});

describe('divergence', () => {
  const losses = (network: string, step: number) =>
    network === 'shared' && step >= 130 ? Number.NaN : 1 / step;

  it('stops, says which network and when, and goes back to the last good weights', async () => {
    const { open, send, quiet, of, session } = withSession(losses);
    open();
    send({ type: 'train', order: 0, until: 400, pace: null });
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'shared', step: 130 }]);
    expect(of('paused')).toMatchObject([{ step: 130, because: 'diverged' }]);
    send({ type: 'restore', order: 0 });
    await quiet();
    expect(of('restored')).toMatchObject([{ step: 100 }]);
    expect(session().stepOf('independent')).toBe(100);
    send({ type: 'train', order: 0, until: 110, pace: null });
    await quiet();
    expect(of('paused').at(-1)).toMatchObject({ step: 110, because: 'finished' });
  });

  it('is also a mean loss of 20 steps above three times that of the first 5', async () => {
    const { open, send, quiet, of } = withSession((_, step) => (step > 40 ? 4 : 1));
    open();
    send({ type: 'train', order: 0, until: 400, pace: null });
    await quiet();
    // 14 of the last 20 at 4 and 6 at 1: a mean of 3.1.
    expect(of('failed')).toMatchObject([{ code: 'diverged', network: 'shared', step: 54 }]);
  });

  it('is seen also when the first steps have already blown up', async () => {
    const { open, send, quiet, of } = withSession((_, step) => (step === 1 ? 2.5 : 1e11 / step ** 2));
    open();
    send({ type: 'train', order: 0, until: 400, pace: null });
    await quiet();
    expect(of('failed')).toMatchObject([{ code: 'diverged', step: 20 }]);
  });

  it('is not a healthy batch after the loss has been tiny', async () => {
    const { open, send, quiet, of } = withSession((_, step) => (step % 7 === 0 ? 0.1 : 0.01 + 2 / step));
    open();
    send({ type: 'train', order: 0, until: 300, pace: null });
    await quiet();
    expect(of('failed')).toEqual([]);
  });
});
