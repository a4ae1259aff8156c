/** Questions to the worker and its failures, as the page knows and shows them. */
import { describe, expect, it } from 'vitest';
import { answer, frame, paused, settled, setUp } from './told-page';

describe('questions and failures', () => {
  it('asks for one prediction at a time and skips to the latest', async () => {
    const { store, commands, woken, say } = setUp();
    await woken();
    for (let value = 1; value <= 3; value += 1) store.predict(Float32Array.of(value));
    const asked = () => commands().flatMap((each) => (each.type === 'predict' ? [each.input[0]] : []));
    expect(asked()).toEqual([1]);
    say({ type: 'predicted', request: 1, networks: { shared: answer } });
    expect(asked()).toEqual([1, 3]);
    expect(store.getState().prediction?.networks.shared).toMatchObject({ step: 7 });
  });

  it('leaves the input it was given to their owner', async () => {
    const { store, woken } = setUp();
    await woken();
    const input = Float32Array.of(1, 2);
    store.predict(input);
    expect(input).toHaveLength(2);
  });

  it('after a divergence goes back to the last good weights and forgets what came later', async () => {
    const { store, woken, say } = setUp();
    await woken();
    store.run();
    say(frame(3, [1, 2, 3]));
    say({ type: 'failed', code: 'diverged', detail: '', network: 'shared', step: 3 });
    say({ ...paused(store, 3), because: 'diverged' });
    expect(store.getState()).toMatchObject({
      status: 'failed',
      failure: { code: 'diverged', step: 3 },
      target: null,
    });
    store.restore();
    say({ type: 'restored', order: store.getState().order, step: 2, networks: { shared: 2 } });
    expect(store.getState()).toMatchObject({ status: 'idle', step: 2, failure: null, frames: [] });
    expect(store.getState().networks.shared?.losses).toEqual([1, 2]);
  });

  it('tries twice to start a worker, says that there is none, and tries again at Run', async () => {
    const { store, workers, tries } = setUp({ broken: true });
    store.run();
    expect(store.getState()).toMatchObject({ status: 'opening', target: 60 });
    await settled();
    expect(tries()).toBe(2);
    expect(store.getState()).toMatchObject({
      status: 'failed',
      failure: { code: 'worker-failed', detail: 'Error: no workers here', neverStarted: true },
      target: null,
      recovered: null,
    });
    store.run();
    await settled();
    expect(tries()).toBe(4);
    expect(store.getState()).toMatchObject({ status: 'failed' });
    expect(workers).toEqual([]);
  });

  it('does not start what cannot be started only to look', async () => {
    const { store, tries, mend, commands } = setUp({ broken: true });
    store.wake();
    await settled();
    store.predict(Float32Array.of(1));
    store.survey(true);
    await settled();
    expect(tries()).toBe(2);
    mend();
    store.run();
    await settled();
    expect(commands().map(({ type }) => type)).toEqual(['open', 'watch', 'survey', 'train']);
  });

  it('takes up at a retry what was broken off, and loads again without training where nothing was', async () => {
    const { store, commands, woken, say } = setUp();
    await woken();
    say({ type: 'failed', code: 'data-failed', detail: '404' });
    store.retry();
    expect(commands().at(-1)).toMatchObject({ type: 'retry' });
    expect(store.getState()).toMatchObject({ status: 'idle', failure: null });
    store.stepOnce(3);
    say({ type: 'failed', code: 'data-failed', detail: '404' });
    expect(store.getState()).toMatchObject({ status: 'failed', target: null });
    store.retry();
    expect(commands().at(-1)).toMatchObject({ type: 'train', until: 3, pace: null });
    expect(store.getState()).toMatchObject({ status: 'running', target: 3, failure: null });
    say({ type: 'failed', code: 'data-failed', detail: '404' });
    store.pause();
    store.retry();
    expect(commands().at(-1)).toMatchObject({ type: 'retry' });
  });

  it('has nothing to try again where nothing failed, or where training went wrong', async () => {
    const { store, commands, woken, say } = setUp();
    await woken();
    store.run();
    say({ type: 'failed', code: 'diverged', detail: '', network: 'shared', step: 3 });
    const before = commands().length;
    store.retry();
    expect(commands()).toHaveLength(before);
    expect(store.getState()).toMatchObject({ failure: { code: 'diverged' } });
  });

  it('shows which attempt at the digits is under way', async () => {
    const { store, woken, say } = setUp();
    await woken();
    say({ type: 'loading', what: 'data', fraction: 0.5, attempt: 2 });
    expect(store.getState().loading).toEqual({ what: 'data', fraction: 0.5, attempt: 2 });
    say({ type: 'loading', what: 'data', fraction: 1, attempt: 2 });
    expect(store.getState().loading).toBeNull();
  });

  it('asks again for the data when Run follows a failed download', async () => {
    const { store, types, woken, say } = setUp();
    await woken();
    say({ type: 'failed', code: 'data-failed', detail: '404' });
    expect(store.getState()).toMatchObject({ status: 'failed', failure: { code: 'data-failed' } });
    store.run();
    expect(types().at(-1)).toBe('train');
    expect(store.getState()).toMatchObject({ status: 'running', failure: null });
  });
});
