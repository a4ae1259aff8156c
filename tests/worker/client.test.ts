/** The page's side: one worker, runs kept apart, frames acknowledged once drawn, breakage reported. */
import { describe, expect, it } from 'vitest';
import { type ClientEvent, createWorkerClient } from '../../src/worker/client';
import { fakeWorker } from './fake-worker';
import { smallSpec } from './specs';

const request = { spec: smallSpec, bench: ['shared'], backend: 'cpu', data: { url: 'digits.bin' } } as const;
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(createWorker = async (worker: ReturnType<typeof fakeWorker>) => worker) {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const drawings: (() => void)[] = [];
  const events: ClientEvent[] = [];
  const client = createWorkerClient({
    createWorker() {
      const worker = fakeWorker();
      workers.push(worker);
      return createWorker(worker);
    },
    afterDraw: (callback) => drawings.push(callback),
  });
  client.subscribe((event) => events.push(event));
  return { client, workers, drawings, events };
}

describe('the worker client', () => {
  it('starts no worker before the first open, and one for all runs', async () => {
    const { client, workers } = setUp();
    client.send({ type: 'train', order: 1, until: 3, pace: null });
    expect(workers).toHaveLength(0);
    client.open(request);
    client.send({ type: 'train', order: 1, until: 3, pace: null });
    await settled();
    client.open(request);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.commands.map(({ type, run }) => [type, run])).toEqual([
      ['open', 1],
      ['train', 1],
      ['open', 2],
    ]);
  });

  it('drops what comes from an older run', async () => {
    const { client, workers, events } = setUp();
    client.open(request);
    client.open(request);
    await settled();
    const paused = { type: 'paused', order: 1, networks: {}, because: 'asked' } as const;
    workers[0]?.say({ ...paused, run: 1, step: 4 });
    workers[0]?.say({ ...paused, run: 2, step: 5 });
    expect(events).toEqual([{ ...paused, run: 2, step: 5 }]);
  });

  it('acknowledges a frame only after it has been drawn', async () => {
    const { client, workers, drawings, events } = setUp();
    client.open(request);
    await settled();
    workers[0]?.say({ type: 'frame', run: 1, frame: { step: 1, networks: {} } });
    expect(events).toHaveLength(1);
    expect(workers[0]?.commands).toHaveLength(1);
    for (const draw of drawings) draw();
    expect(workers[0]?.commands.at(-1)).toEqual({ type: 'acknowledge', run: 1 });
  });

  it('ends a worker that breaks after its first word, says so, and starts another at the next open', async () => {
    const { client, workers, events } = setUp();
    client.open(request);
    await settled();
    workers[0]?.say({ type: 'opened', run: 1, backend: 'cpu', reason: 'asked' });
    workers[0]?.fail('error');
    expect(events.at(-1)).toMatchObject({ type: 'ended', run: 1, spoke: true });
    expect(workers[0]?.terminated).toBe(true);
    client.open(request);
    await settled();
    workers[1]?.say({ type: 'opened', run: 2, backend: 'cpu', reason: 'asked' });
    workers[1]?.fail('messageerror');
    expect(events.filter(({ type }) => type === 'ended')).toHaveLength(2);
    expect(workers).toHaveLength(2);
  });

  it('starts a worker that breaks before its first word once more, with the same commands', async () => {
    const { client, workers, events } = setUp();
    client.open(request);
    await settled();
    client.send({ type: 'train', order: 1, until: 3, pace: null });
    workers[0]?.fail('error');
    await settled();
    expect(events).toEqual([]);
    expect(workers[0]?.terminated).toBe(true);
    expect(workers[1]?.commands).toEqual(workers[0]?.commands);
    expect(workers[1]?.commands.map(({ type }) => type)).toEqual(['open', 'train']);
    workers[1]?.fail('error');
    await settled();
    expect(events).toMatchObject([{ type: 'ended', spoke: false }]);
    expect(workers).toHaveLength(2);
  });

  it('says to a worker started in place of another only what belongs to the present run', async () => {
    const { client, workers } = setUp();
    client.open(request);
    client.open(request);
    await settled();
    client.open(request);
    workers[0]?.fail('error');
    await settled();
    expect(workers[1]?.commands.map(({ type, run }) => [type, run])).toEqual([['open', 3]]);
  });

  it('tries twice to make a worker, then reports that it cannot', async () => {
    let tries = 0;
    const { client, events } = setUp(() => {
      tries += 1;
      return Promise.reject(new Error('no workers here'));
    });
    client.open(request);
    await settled();
    expect(events).toMatchObject([{ type: 'ended', detail: 'Error: no workers here', spoke: false }]);
    expect(tries).toBe(2);
    client.open(request);
    await settled();
    expect(tries).toBe(4);
  });

  it('says what was heard once to no other worker', async () => {
    const { client, workers } = setUp();
    client.open(request);
    await settled();
    workers[0]?.say({ type: 'opened', run: 1, backend: 'cpu', reason: 'asked' });
    workers[0]?.fail('error');
    client.open(request);
    await settled();
    expect(workers[1]?.commands.map(({ type, run }) => [type, run])).toEqual([['open', 2]]);
  });

  it('ends a worker that arrives after it was disposed of', async () => {
    const { client, workers } = setUp();
    client.open(request);
    client.end();
    await settled();
    expect(workers[0]?.terminated).toBe(true);
    expect(workers[0]?.commands).toEqual([]);
  });
});
