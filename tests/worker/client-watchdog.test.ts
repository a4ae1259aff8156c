/** A worker that has fallen silent is found out, and no other. */
import { describe, expect, it } from 'vitest';
import { type ClientEvent, createWorkerClient } from '../../src/worker/client';
import { fakeWorker } from './fake-worker';
import { smallSpec } from './specs';

const request = { spec: smallSpec, bench: ['shared'], backend: 'cpu', data: { url: 'digits.bin' } } as const;
const settled = () => new Promise((resolve) => setImmediate(resolve));

async function setUp() {
  const workers: ReturnType<typeof fakeWorker>[] = [];
  const events: ClientEvent[] = [];
  const timers = new Set<() => void>();
  const page = { hidden: false };
  const periods: number[] = [];
  const client = createWorkerClient({
    async createWorker() {
      const worker = fakeWorker();
      workers.push(worker);
      return worker;
    },
    afterDraw: (callback) => callback(),
    watchdog: {
      every(milliseconds, callback) {
        periods.push(milliseconds);
        timers.add(callback);
        return () => timers.delete(callback);
      },
      isHidden: () => page.hidden,
    },
  });
  client.subscribe((event) => events.push(event));
  client.open(request);
  await settled();
  /** Lets 3 s pass so many times. */
  const tick = (times: number) => {
    for (let passed = 0; passed < times; passed++) for (const callback of [...timers]) callback();
  };
  const worker = () => {
    const last = workers.at(-1);
    if (!last) throw new Error('No worker was made.');
    return last;
  };
  const pings = () => worker().commands.filter(({ type }) => type === 'ping').length;
  return { client, workers, worker, events, timers, periods, page, tick, pings };
}

describe('the watchdog', () => {
  it("asks every 3 s, and the answer is nobody else's business", async () => {
    const { worker, events, periods, tick, pings } = await setUp();
    for (let second = 0; second < 100; second += 3) {
      tick(1);
      worker().say({ type: 'pong', run: 1 });
    }
    expect(periods).toEqual([3000]);
    expect(pings()).toBe(34);
    expect(events).toEqual([]);
  });

  it('ends a worker that says nothing for 15 s after a question', async () => {
    const { worker, events, timers, tick } = await setUp();
    worker().say({ type: 'opened', run: 1, backend: 'cpu', reason: 'asked' });
    tick(5);
    expect(worker().terminated).toBe(false);
    tick(1);
    expect(worker().terminated).toBe(true);
    expect(events.at(-1)).toMatchObject({ type: 'ended', detail: 'silent', spoke: true });
    expect(timers.size).toBe(0);
  });

  it('takes any word for an answer, also one of a run that is over', async () => {
    const { client, worker, tick } = await setUp();
    client.open(request);
    for (let times = 0; times < 10; times++) {
      worker().say({ type: 'loading', run: 1, what: 'data', fraction: 0.5, attempt: 1 });
      tick(4);
    }
    expect(worker().terminated).toBe(false);
  });

  it('asks nothing and counts nothing while the page is hidden', async () => {
    const { worker, page, tick, pings } = await setUp();
    worker().say({ type: 'pong', run: 1 });
    tick(5);
    page.hidden = true;
    tick(50);
    expect(pings()).toBe(5);
    page.hidden = false;
    tick(5);
    expect(worker().terminated).toBe(false);
    tick(1);
    expect(worker().terminated).toBe(true);
  });

  it('leaves each worker that has said nothing yet a minute, for its script may come over a slow line', async () => {
    const { client, workers, worker, tick } = await setUp();
    tick(20);
    expect(workers[0]?.terminated).toBe(false);
    tick(1);
    await settled();
    expect(workers[0]?.terminated).toBe(true);
    worker().say({ type: 'opened', run: 1, backend: 'cpu', reason: 'asked' });
    worker().fail('error');
    client.open(request);
    await settled();
    expect(workers).toHaveLength(3);
    tick(20);
    expect(workers[2]?.terminated).toBe(false);
  });
});
