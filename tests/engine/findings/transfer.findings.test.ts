/**
 * The calibrated findings of Transfer, as bands, on the cpu kernels: 500 steps on 0 to 4, 150 on 5 to 9. For seed 1, for
 * three seeds by `npm run findings`, or for those in FINDINGS_SEEDS.
 */
import { beforeAll, expect, inject, test } from 'vitest';
import type { EngineBackend } from '../../../src/engine/backend';
import { createSession } from '../../../src/engine/session';
import { buildSpec, OLD_TASK } from '../../../src/labs/transfer/build-spec';
import { type TransferState, transferParameters } from '../../../src/labs/transfer/parameters';
import { recordings } from '../../../src/labs/transfer/recordings';
import { defaultsOf } from '../../../src/spec/parameters';
import { TRANSFER_NETWORKS, TRUNK_LAYERS, type TransferNetworkId } from '../../../src/spec/transfer-network';
import { realDigits } from '../real-digits';
import { clock, dataOf, openBackend } from '../support';
import { accuracyOn, mean, recordedAccuracy, say } from './measure';

const seeds = inject('findingsSeeds');
const data = dataOf(realDigits());
let backend: EngineBackend;

beforeAll(async () => {
  backend = await openBackend('cpu');
});

type Reached = Readonly<Record<TransferNetworkId, number>>;

/** Held-out accuracies of the new task after a whole run; slices end where the old task is remembered. */
function run(seed: number, examples: number): Reached {
  const state: TransferState = { ...defaultsOf(transferParameters), seed, examples };
  const session = createSession({ spec: buildSpec(state), data, backend, clock });
  const ms: string[] = [];
  const reached = TRANSFER_NETWORKS.map((id) => {
    for (let step = 0; step < OLD_TASK.steps; step += 20) session.train(id, 20);
    expect(accuracyOn(session, id, 'test')).toBeGreaterThanOrEqual(0.9);
    const lent = session.snapshot(id).arrays.slice(0, TRUNK_LAYERS);
    ms.push(session.train(id, state.steps - OLD_TASK.steps).ms?.toFixed(1) ?? '');
    if (id === 'frozen') expect(session.snapshot(id).arrays.slice(0, TRUNK_LAYERS)).toEqual(lent);
    return [id, accuracyOn(session, id, 'test')] as const;
  });
  session.dispose();
  const shown = reached.map(([id, share], at) => `${id} ${share.toFixed(3)} (${ms[at]} ms a step)`);
  say(`transfer seed ${seed}, ${examples} of each: ${shown.join(', ')}`);
  return { scratch: 0, random: 0, frozen: 0, 'fine-tuned': 0, ...Object.fromEntries(reached) };
}

const known = new Map<string, Reached>();
function reachedWith(seed: number, examples: number): Reached {
  const key = `${seed} ${examples}`;
  const reached = known.get(key) ?? run(seed, examples);
  known.set(key, reached);
  return reached;
}

test('with five examples of each a frozen lent trunk is ahead of one from scratch', async () => {
  const leads = seeds.map((seed) => {
    const { frozen, scratch } = reachedWith(seed, 5);
    return frozen - scratch;
  });
  for (const lead of leads) expect(lead).toBeGreaterThanOrEqual(0.03);
  if (seeds.length > 2) expect(mean(leads)).toBeGreaterThanOrEqual(0.08);
  if (seeds.includes(1))
    for (const id of TRANSFER_NETWORKS)
      expect(await recordedAccuracy(recordings, 'five-each', id)).toBe(reachedWith(1, 5)[id]);
});

test('with fifty a fine-tuned one is ahead of the frozen one, which scratch has caught up with', () => {
  const leads = seeds.map((seed) => {
    const reached = reachedWith(seed, 50);
    expect(reached.scratch).toBeGreaterThan(reached.frozen - 0.06);
    return reached['fine-tuned'] - reached.frozen;
  });
  for (const lead of leads) expect(lead).toBeGreaterThanOrEqual(0.04);
  if (seeds.length > 2) expect(mean(leads)).toBeGreaterThanOrEqual(0.08);
});

test('a frozen random trunk is behind all others, with few examples and with many', () => {
  for (const seed of seeds)
    for (const examples of [5, 10, 50]) {
      const { random, ...others } = reachedWith(seed, examples);
      expect(random).toBeLessThan(Math.min(...Object.values(others)));
    }
});
