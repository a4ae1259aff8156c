/** What the page knows of an experiment, with a worker that says what the test tells it to. */
import { describe, expect, it } from 'vitest';
import { shownNetworks } from '../../src/store/experiment-state';
import { smallSpec } from '../worker/specs';
import { frame, paused, settled, setUp } from './told-page';

describe('waking', () => {
  it('starts no worker when an experiment is configured', () => {
    const { store, workers } = setUp();
    expect(store.getState()).toMatchObject({ status: 'closed', step: 0, backend: null });
    expect(workers).toHaveLength(0);
  });

  it('opens before it trains when Run comes first', async () => {
    const { store, types, commands, say } = setUp();
    store.run();
    expect(store.getState()).toMatchObject({ status: 'opening', target: 60 });
    await settled();
    expect(types()).toEqual(['open', 'watch', 'train']);
    expect(commands()[2]).toMatchObject({ until: 60 });
    say({ type: 'opened', backend: 'cpu', reason: 'no-webgl' });
    expect(store.getState()).toMatchObject({ status: 'running', backend: 'cpu', backendReason: 'no-webgl' });
  });

  it('reopens an awake worker when another experiment is configured', async () => {
    const { store, types, woken } = setUp();
    await woken();
    store.configure({ ...smallSpec, seed: 2 }, ['shared']);
    expect(types()).toEqual(['open', 'watch', 'open', 'watch']);
    expect(store.getState()).toMatchObject({ status: 'opening', bench: ['shared'] });
  });
});

describe('training', () => {
  it('runs to the end, and again as many steps', async () => {
    const { store, commands, woken, say } = setUp();
    await woken();
    store.run();
    say(paused(store, 60));
    expect(store.getState()).toMatchObject({ status: 'idle', step: 60, target: null });
    store.run();
    expect(commands().at(-1)).toMatchObject({ type: 'train', until: 120 });
  });

  it('counts single steps pressed faster than they are made', async () => {
    const { store, commands, woken } = setUp();
    await woken();
    store.stepOnce();
    store.stepOnce();
    store.stepOnce(3);
    expect(commands().at(-1)).toMatchObject({ type: 'train', until: 5 });
    store.run();
    store.stepOnce();
    expect(commands().at(-1)).toMatchObject({ type: 'pause' });
  });

  it('keeps the loss of every step and the last evaluation of each', async () => {
    const { store, woken, say } = setUp();
    await woken();
    say(frame(2, [3, 2]));
    say(frame(3, [1]));
    const tally = (correct: number, total: number) => ({ correct, total });
    say({
      type: 'evaluated',
      network: 'shared',
      step: 20,
      test: tally(100, 500),
      train: tally(50, 100),
      full: false,
    });
    say({
      type: 'evaluated',
      network: 'shared',
      step: 20,
      test: tally(900, 2000),
      train: tally(50, 100),
      full: true,
    });
    expect(store.getState().networks.shared).toMatchObject({
      step: 3,
      losses: [3, 2, 1],
      evaluations: [{ step: 20, test: { total: 2000 } }],
    });
  });

  it('shows catching up until the network is level, then what was going on', async () => {
    const { store, woken, say } = setUp();
    await woken();
    store.run();
    say({ type: 'catching-up', network: 'independent', step: 10, target: 40 });
    expect(store.getState()).toMatchObject({ status: 'catching-up', catchingUp: { step: 10 } });
    say({ type: 'catching-up', network: 'independent', step: 40, target: 40 });
    expect(store.getState()).toMatchObject({ status: 'running', catchingUp: null });
  });

  it('shows no catching up of a network that has left the bench, whatever was still on its way', async () => {
    const { store, woken, say } = setUp();
    await woken();
    const behind = { type: 'catching-up', network: 'independent', step: 10, target: 40 } as const;
    say(behind);
    store.setBench(['shared']);
    expect(store.getState()).toMatchObject({ status: 'idle', catchingUp: null });
    say({ ...behind, step: 12 });
    expect(store.getState()).toMatchObject({ status: 'idle', catchingUp: null });
  });

  it('forgets everything of a run at Reset, the mark of a change by hand too', async () => {
    const { store, types, woken, say } = setUp();
    await woken();
    say(frame(5, [1, 1, 1, 1, 1]));
    store.poke(['shared'], 0, 0, 0, 1);
    expect(store.getState().changedByHand).toBe(true);
    store.reset();
    expect(types().filter((type) => type === 'open')).toHaveLength(2);
    expect(store.getState()).toMatchObject({ step: 0, networks: {}, frames: [], changedByHand: false });
  });
});

describe('speed', () => {
  it('is 30 steps a second, or as fast as it goes, from one moment to the other', async () => {
    const { store, commands, woken } = setUp();
    await woken();
    store.run();
    expect(commands().at(-1)).toMatchObject({ type: 'train', until: 60, pace: 30 });
    const { order } = store.getState();
    store.setSpeed('fast');
    expect(commands().at(-1)).toMatchObject({ type: 'train', until: 60, pace: null, order: order + 1 });
    expect(store.getState()).toMatchObject({ speed: 'fast', target: 60, status: 'running' });
    store.setSpeed('steady');
    expect(commands().at(-1)).toMatchObject({ type: 'train', until: 60, pace: 30 });
  });

  it('moves nothing that stands, and is kept from experiment to experiment', async () => {
    const { store, types, commands, woken } = setUp();
    await woken();
    store.setSpeed('fast');
    expect(types()).toEqual(['open', 'watch']);
    store.reset();
    store.configure({ ...smallSpec, seed: 2 }, ['shared']);
    store.run();
    expect(commands().at(-1)).toMatchObject({ type: 'train', pace: null });
  });

  it('is nothing to single steps', async () => {
    const { store, types, commands, woken } = setUp();
    await woken();
    store.stepOnce();
    expect(commands().at(-1)).toMatchObject({ type: 'train', until: 1, pace: null });
    store.setSpeed('fast');
    expect(types().filter((type) => type === 'train')).toHaveLength(1);
  });
});

describe('out of sight', () => {
  it('is told to the worker once, to every run, and shown to nobody', async () => {
    const { store, types, woken } = setUp();
    store.suspend(true);
    await woken();
    store.suspend(true);
    expect(types()).toEqual(['open', 'watch', 'suspend']);
    store.run();
    expect(store.getState()).toMatchObject({ status: 'running', target: 60 });
    store.reset();
    expect(types().slice(-3)).toEqual(['open', 'watch', 'suspend']);
    store.suspend(false);
    store.reset();
    expect(types().slice(-3)).toEqual(['suspend', 'open', 'watch']);
  });
});

describe('looking back', () => {
  it('shows a recorded frame while scrubbing and the newest after', async () => {
    const { store, woken, say } = setUp();
    await woken();
    for (let step = 1; step <= 5; step += 1) say(frame(step));
    store.scrubTo(1);
    expect(shownNetworks(store.getState()).shared?.kernels[0]).toBe(2);
    store.run();
    expect(store.getState().scrub).toBeNull();
    expect(shownNetworks(store.getState()).shared?.kernels[0]).toBe(5);
    store.scrubTo(99);
    expect(store.getState().scrub).toBe(4);
  });

  it('lays a frame over the recorded one of the same step, so that a flip loses nothing', async () => {
    const { store, woken, say } = setUp();
    await woken();
    say(frame(3));
    const { shared: independent } = frame(3).frame.networks;
    if (independent) say({ type: 'frame', frame: { step: 3, networks: { independent } } });
    expect(Object.keys(store.getState().frames[0]?.networks ?? {})).toEqual(['shared', 'independent']);
  });

  it('keeps at most 200 frames, thinning the older half, and stays on the frame looked at', async () => {
    const { store, woken, say } = setUp();
    await woken();
    for (let step = 1; step <= 200; step += 1) say(frame(step));
    store.scrubTo(150);
    say(frame(201));
    const { frames, scrub } = store.getState();
    expect(frames).toHaveLength(150);
    expect(frames.at(-1)?.step).toBe(201);
    expect(frames[scrub ?? -1]?.step).toBe(151);
  });

  it('keeps at most 32 MB', async () => {
    const { store, woken, say } = setUp();
    await woken();
    for (let step = 1; step <= 20; step += 1) say(frame(step, [1], 1024 * 1024));
    const { frames } = store.getState();
    expect(frames.length).toBeLessThanOrEqual(4);
    expect(frames.at(-1)?.step).toBe(20);
  });
});
