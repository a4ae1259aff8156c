/**
 * The calibrated findings of How much to share, as bands, on the cpu kernels: 1,000 examples, 600 steps. For seed 1, for
 * three seeds by `npm run findings`, or for those in FINDINGS_SEEDS.
 */
import { beforeAll, expect, inject, test } from 'vitest';
import type { EngineBackend } from '../../../src/engine/backend';
import { createSession, type Session } from '../../../src/engine/session';
import { recordings } from '../../../src/labs/how-much/recordings';
import { randomStream } from '../../../src/math/random';
import type { CanvasTask, NetworkId } from '../../../src/spec/experiment-spec';
import { howMuchNetwork, type MapTying } from '../../../src/spec/how-much-network';
import {
  canonicalMap,
  MAP_SITES,
  type MapPattern,
  mapPatterns,
  type TieMap,
} from '../../../src/spec/tie-map';
import { realDigits } from '../real-digits';
import { clock, dataOf, openBackend } from '../support';
import { accuracyOn, recordedAccuracy, say } from './measure';

const STEPS = 600;
const seeds = inject('findingsSeeds');
const data = dataOf(realDigits());
let backend: EngineBackend;

beforeAll(async () => {
  backend = await openBackend('cpu');
});

function open(task: CanvasTask, seed: number, tying: MapTying, examples = 1000): Session {
  const optimizer = { kind: 'adam', rate: 0.003, decay: 'last-fifth' } as const;
  const spec = {
    ...{ seed, steps: STEPS, batch: 64, optimizer },
    data: { kind: 'canvas', task, examples } as const,
    networks: [howMuchNetwork('grouped', tying)],
  };
  return createSession({ spec, data, backend, clock });
}

type Reached = { readonly test: number; readonly train: number };

function reached(session: Session, name: string): Reached {
  const [held, train] = [accuracyOn(session, 'grouped', 'test'), accuracyOn(session, 'grouped', 'train')];
  say(`${name}: test ${held.toFixed(3)}, train ${train.toFixed(3)}`);
  session.dispose();
  return { test: held, train };
}

/** Both accuracies after a whole run. */
function run(
  task: CanvasTask,
  seed: number,
  pattern: MapPattern,
  { shrink = null, examples = 1000 }: { readonly shrink?: number | null; readonly examples?: number } = {},
): Reached {
  const session = open(task, seed, { map: mapPatterns[pattern], shrink }, examples);
  for (let step = 0; step < STEPS; step += 100) session.train('grouped', 100);
  const soft = shrink === null ? '' : `, shrink ${shrink}`;
  return reached(session, `${task} seed ${seed} ${pattern}${soft}, ${examples} examples`);
}

/** A map in 256 colours at random: no pattern, and about 165 kernels. */
function paintedMap(seed: number): TieMap {
  const stream = randomStream(seed, 'painted');
  return canonicalMap(Array.from({ length: MAP_SITES }, () => stream.integer(MAP_SITES)));
}

/** Trains both to `until`, in turns; time of the first over that of the second. */
function paceRatio(session: Session, other: Session, until: number): number {
  let [ms, otherMs] = [0, 0];
  for (let step = 0; step < until; step += 10) {
    ms += session.train('grouped', 10).ms ?? Number.NaN;
    otherMs += other.train('grouped', 10).ms ?? Number.NaN;
  }
  return ms / otherMs;
}

/** What posters show of the same run, of seed 1, is the same. */
async function expectRecorded(name: string, seed: number, network: NetworkId, held: number) {
  if (seed === 1) expect(await recordedAccuracy(recordings, name, network)).toBe(held);
}

const roamingOne = new Map<number, Reached>();

test('roaming: one kernel is far better than kernels of their own, quadrants between; any map keeps the pace', async () => {
  for (const seed of seeds) {
    const session = open('roaming', seed, { map: mapPatterns.one, shrink: null });
    const painted = open('roaming', seed, { map: paintedMap(seed), shrink: null });
    const pace = paceRatio(painted, session, 300);
    say(`roaming seed ${seed}: a step under a random map takes ${pace.toFixed(2)} of one kernel's`);
    expect(pace).toBeLessThanOrEqual(1.8);
    painted.dispose();
    session.train('grouped', 150);
    session.train('grouped', 150);
    const one = reached(session, `roaming seed ${seed} one`);
    roamingOne.set(seed, one);
    const [quadrants, none] = [run('roaming', seed, 'quadrants'), run('roaming', seed, 'none')];
    expect(one.test - none.test).toBeGreaterThanOrEqual(0.25);
    expect(quadrants.test).toBeLessThan(one.test);
    expect(quadrants.test).toBeGreaterThan(none.test);
    await expectRecorded('roaming-1000', seed, 'shared', one.test);
    await expectRecorded('roaming-1000', seed, 'independent', none.test);
  }
});

test('roaming, soft: from far below one kernel up to it, the more of the residuals is lost after each step', () => {
  for (const seed of seeds) {
    const reads = (shrink: number) => run('roaming', seed, 'one', { shrink }).test;
    const [free, little, most] = [reads(0), reads(0.01), reads(0.5)];
    expect(free).toBeLessThan(0.4);
    expect(little - free).toBeGreaterThanOrEqual(0.05);
    expect(most - little).toBeGreaterThanOrEqual(0.05);
    // With several seeds there is time for one more. Here it levels off: what is left of a residual is hardly a step.
    if (seeds.length > 1) {
      const much = reads(0.1);
      expect(much - little).toBeGreaterThanOrEqual(0.05);
      expect(most).toBeGreaterThanOrEqual(much - 0.03);
    }
    const one = roamingOne.get(seed) ?? run('roaming', seed, 'one');
    expect(Math.abs(most - one.test)).toBeLessThan(0.08);
  }
});

test('centred: kernels of their own are not worse than one', () => {
  for (const seed of seeds) {
    const [one, none] = [run('centred', seed, 'one'), run('centred', seed, 'none')];
    expect(none.test).toBeGreaterThanOrEqual(one.test);
  }
});

test('two rules: one kernel cannot even learn its examples; a kernel for each row is the best', async () => {
  for (const seed of seeds) {
    const [one, none] = [run('two-rules', seed, 'one'), run('two-rules', seed, 'none')];
    const rows = run('two-rules', seed, 'rows');
    await expectRecorded('two-rules-1000', seed, 'grouped', rows.test);
    await expectRecorded('two-rules-1000', seed, 'shared', one.test);
    await expectRecorded('two-rules-1000', seed, 'independent', none.test);
    expect(one.train).toBeLessThanOrEqual(0.55);
    // With several seeds there is time for the pattern that comes next.
    if (seeds.length > 1) expect(rows.test).toBeGreaterThan(run('two-rules', seed, 'halves').test);
    expect(rows.test - Math.max(one.test, none.test)).toBeGreaterThanOrEqual(0.1);
  }
});

/** The grid takes five minutes a seed: it is run with several seeds, or where FINDINGS_GRID asks for it. */
test.runIf(seeds.length > 1 || process.env.FINDINGS_GRID)(
  'the best pattern moves with the task, not with the number of examples; more of them narrow the gap to what is learned by heart',
  () => {
    const best = { roaming: 'one', 'two-rules': 'rows' } as const;
    for (const seed of seeds)
      for (const task of ['roaming', 'two-rules'] as const) {
        const gaps = [200, 1000, 5000].map((examples) => {
          const reads = (pattern: MapPattern) => run(task, seed, pattern, { examples });
          const [one, rows, none] = [reads('one'), reads('rows'), reads('none')];
          const winner = { one, rows }[best[task]];
          expect(winner.test).toBe(Math.max(one.test, rows.test, none.test));
          return winner.train - winner.test;
        });
        expect(gaps).toEqual(gaps.toSorted((first, second) => second - first));
      }
  },
);
