/**
 * The calibrated findings of How much to share, as bands, on the cpu kernels: 1,000 examples, 600 steps. For seed 1, for
 * three seeds by `npm run findings`, or for those in FINDINGS_SEEDS.
 */
import { beforeAll, expect, inject, test } from 'vitest';
import type { EngineBackend } from '../../../src/engine/backend';
import { createSession, type Session } from '../../../src/engine/session';
import { randomStream } from '../../../src/math/random';
import type { CanvasTask } from '../../../src/spec/experiment-spec';
import { howMuchNetwork, type MapTying } from '../../../src/spec/how-much-network';
import { canonicalMap, type MapPattern, mapPatterns } from '../../../src/spec/tie-map';
import { realDigits } from '../real-digits';
import { clock, dataOf, openBackend } from '../support';
import { accuracyOn, say } from './measure';

const STEPS = 600;
const seeds = inject('findingsSeeds');
const data = dataOf(realDigits());
let backend: EngineBackend;

beforeAll(async () => {
  backend = await openBackend('cpu');
});

function open(task: CanvasTask, seed: number, tying: MapTying): Session {
  const optimizer = { kind: 'adam', rate: 0.003, decay: 'last-fifth' } as const;
  const spec = {
    ...{ seed, steps: STEPS, batch: 64, optimizer },
    data: { kind: 'canvas', task, examples: 1000 } as const,
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
function run(task: CanvasTask, seed: number, pattern: MapPattern, shrink: number | null = null): Reached {
  const session = open(task, seed, { map: mapPatterns[pattern], shrink });
  for (let step = 0; step < STEPS; step += 100) session.train('grouped', 100);
  return reached(session, `${task} seed ${seed} ${pattern}${shrink === null ? '' : `, shrink ${shrink}`}`);
}

const roamingOne = new Map<number, Reached>();

test('roaming: one kernel is far better than kernels of their own, quadrants between; any map keeps the pace', () => {
  for (const seed of seeds) {
    const stream = randomStream(seed, 'painted');
    const painted = canonicalMap(Array.from({ length: 256 }, () => stream.integer(256)));
    const [one, other] = [mapPatterns.one, painted].map((map) =>
      open('roaming', seed, { map, shrink: null }),
    );
    if (!one || !other) throw new Error('two sessions');
    let [msOfOne, msOfPainted] = [0, 0];
    for (let step = 0; step < STEPS; step += 10) {
      msOfOne += one.train('grouped', 10).ms;
      msOfPainted += other.train('grouped', 10).ms;
    }
    const shared = reached(one, `roaming seed ${seed} one`);
    reached(other, `roaming seed ${seed} random labels, ${new Set(painted).size} kernels`);
    say(
      `roaming seed ${seed}: a step under random labels takes ${(msOfPainted / msOfOne).toFixed(2)} of one kernel's`,
    );
    expect(msOfPainted / msOfOne).toBeLessThanOrEqual(1.8);
    roamingOne.set(seed, shared);
    const [quadrants, none] = [run('roaming', seed, 'quadrants'), run('roaming', seed, 'none')];
    expect(shared.test - none.test).toBeGreaterThanOrEqual(0.25);
    expect(quadrants.test).toBeLessThan(shared.test);
    expect(quadrants.test).toBeGreaterThan(none.test);
  }
});

test('roaming, soft: from far below one kernel up to it, the more of the residuals is lost after each step', () => {
  for (const seed of seeds) {
    const levels = [0, 0.01, 0.1, 0.5].map((shrink) => run('roaming', seed, 'one', shrink).test);
    const [free = 1, , , tight = 0] = levels;
    for (const [at, level] of levels.entries()) expect(level).toBeGreaterThan(levels[at - 1] ?? 0);
    expect(free).toBeLessThan(0.4);
    expect(tight - free).toBeGreaterThanOrEqual(0.25);
    const one = roamingOne.get(seed) ?? run('roaming', seed, 'one');
    expect(Math.abs(tight - one.test)).toBeLessThan(0.1);
  }
});

test('centred: kernels of their own are not worse than one', () => {
  for (const seed of seeds) {
    const [one, none] = [run('centred', seed, 'one'), run('centred', seed, 'none')];
    expect(none.test).toBeGreaterThanOrEqual(one.test);
  }
});

test('two rules: one kernel cannot even learn its examples; a kernel for each row is the best', () => {
  for (const seed of seeds) {
    const [one, none] = [run('two-rules', seed, 'one'), run('two-rules', seed, 'none')];
    const [rows, halves] = [run('two-rules', seed, 'rows'), run('two-rules', seed, 'halves')];
    expect(one.train).toBeLessThanOrEqual(0.55);
    expect(rows.test).toBeGreaterThan(halves.test);
    expect(rows.test - Math.max(one.test, none.test)).toBeGreaterThanOrEqual(0.1);
  }
});
