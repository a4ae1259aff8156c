/** The calibrated findings of the Recurrent lab, as bands, on the cpu kernels; seeds as in the other findings. */
import { beforeAll, expect, inject, test } from 'vitest';
import type { EngineBackend } from '../../../src/engine/backend';
import { createSession } from '../../../src/engine/session';
import type { DataSpec, NetworkId } from '../../../src/spec/experiment-spec';
import {
  measuredLengths,
  type SequenceTask,
  sequenceNetwork,
  sequenceTasks,
} from '../../../src/spec/sequence-tasks';
import { clock, openBackend } from '../support';
import { accuracyOn, both, dataFile, mean, say, surveyOf, trainAll } from './measure';

const seeds = inject('findingsSeeds');
const words = dataFile('words', 'words.bin');
let backend: EngineBackend;

beforeAll(async () => {
  backend = await openBackend('cpu');
});

type Result = {
  /** Held-out sequences of trained lengths. */
  readonly short: number;
  readonly at: (length: number) => number;
};

function results(
  task: SequenceTask,
  examples: number,
  steps: number,
  rate: number,
  seed: number,
): Readonly<Record<(typeof both)[number], Result>> {
  const shape = sequenceTasks[task];
  const data: DataSpec =
    task === 'language' ? { kind: 'words', examples } : { kind: 'symbols', task, examples };
  const session = createSession({
    spec: {
      seed,
      data,
      steps,
      batch: 64,
      optimizer: { kind: 'adam', rate, decay: 'last-fifth' },
      networks: both.map((id) => sequenceNetwork(id, task, shape.longest)),
    },
    data: task === 'language' ? words : { kind: 'symbols' },
    backend,
    clock,
  });
  const lengths = measuredLengths(shape);
  const result = (network: NetworkId): Result => {
    const ms = trainAll(session, network, steps);
    const short = accuracyOn(session, network, 'test');
    const byLength = surveyOf(session, network);
    const listed = lengths.map((length, at) => `${length}: ${byLength[at]?.toFixed(2)}`).join(', ');
    say(
      `${task} ${examples} seed ${seed} ${network}: test ${short.toFixed(3)}, by length ${listed}, ${ms.toFixed(1)} ms a step`,
    );
    return { short, at: (length) => byLength[lengths.indexOf(length)] ?? Number.NaN };
  };
  const measured = { shared: result('shared'), independent: result('independent') };
  session.dispose();
  return measured;
}

const LONG = [8, 9, 10, 11, 12];

test('words of 8 to 12 letters: the cell that reads every letter reads on, a cell for each letter guesses', () => {
  for (const seed of seeds) {
    const { shared, independent } = results('language', 15_608, 1500, 0.003, seed);
    expect(mean(LONG.map(shared.at))).toBeGreaterThanOrEqual(0.55);
    expect(mean(LONG.map(independent.at))).toBeLessThan(0.25);
    // Of the words that both have learned, neither reads more.
    expect(Math.abs(shared.short - independent.short)).toBeLessThan(0.06);
    expect(shared.short).toBeGreaterThanOrEqual(0.6);
  }
});

test('the first symbol: one cell hands it on for as long as it reads, a cell for each step loses it', () => {
  for (const seed of seeds) {
    const { shared, independent } = results('first', 2000, 800, 0.005, seed);
    expect(shared.at(16)).toBeGreaterThanOrEqual(0.98);
    expect(shared.at(20)).toBeGreaterThanOrEqual(0.95);
    expect(independent.at(16)).toBeLessThan(0.5);
    expect(independent.short).toBeGreaterThanOrEqual(0.98);
  }
});

test('only the third symbol counts: with 200 strings a cell for each step learns it, one cell learns them by heart', () => {
  for (const seed of seeds) {
    const { shared, independent } = results('third', 200, 600, 0.005, seed);
    expect(independent.short).toBeGreaterThanOrEqual(0.9);
    expect(shared.short).toBeLessThan(0.6);
  }
});

test('parity: one cell counts beyond the lengths it has seen, to 12; a cell for each step does not', () => {
  for (const seed of seeds) {
    const { shared, independent } = results('parity', 2000, 1500, 0.005, seed);
    expect(shared.at(12)).toBeGreaterThanOrEqual(0.9);
    expect(independent.at(12)).toBeLessThan(0.65);
    expect(independent.short).toBeGreaterThanOrEqual(0.95);
  }
});
