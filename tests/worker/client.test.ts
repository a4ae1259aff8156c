/** The page's side: one worker, runs kept apart, frames acknowledged once drawn, breakage reported. */
import { describe, expect, it } from 'vitest';
import { createWorkerClient } from '../../src/worker/client';
import type { WorkerEvent } from '../../src/worker/messages';
import { fakeWorker } from './fake-worker';
import { smallSpec } from './specs';

const request = { spec: smallSpec, bench: ['shared'], backend: 'cpu', dataUrl: 'digits.bin' } as const;
const settled = () => new Promise((resolve) => setImmediate(resolve));

function setUp(createWorker = async (worker: ReturnType<typeof fakeWorker>) => worker) {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const drawings: (() => void)[] = [];
  const events: WorkerEvent[] = [];
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
    client.send({ type: 'train', order: 1, until: 3 });
    expect(workers).toHaveLength(0);
    client.open(request);
    client.send({ type: 'train', order: 1, until: 3 });
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

  it('ends a worker that breaks, says so, and starts another at the next open', async () => {
    const { client, workers, events } = setUp();
    client.open(request);
    await settled();
    workers[0]?.fail('error');
    expect(events).toMatchObject([{ type: 'failed', code: 'worker-failed', run: 1 }]);
    expect(workers[0]?.terminated).toBe(true);
    client.open(request);
    await settled();
    workers[1]?.fail('messageerror');
    expect(events).toHaveLength(2);
    expect(workers).toHaveLength(2);
  });

  it('reports a worker that cannot be made', async () => {
    const { client, events } = setUp(() => Promise.reject(new Error('no workers here')));
    client.open(request);
    await settled();
    expect(events).toMatchObject([
      { type: 'failed', code: 'worker-failed', detail: 'Error: no workers here' },
    ]);
  });

  it('ends a worker that arrives after it was disposed of', async () => {
    const { client, workers } = setUp();
    client.open(request);
    client.dispose();
    await settled();
    expect(workers[0]?.terminated).toBe(true);
    expect(workers[0]?.commands).toEqual([]);
  });
});
