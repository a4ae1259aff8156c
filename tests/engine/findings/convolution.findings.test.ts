/**
 * The calibrated findings of the convolution lab, as bands, on the cpu kernels: for seed 1, for three seeds by
 * `npm run findings`, or for those in FINDINGS_SEEDS (comma separated). With several their mean is bounded too.
 */
import { beforeAll, expect, inject, test } from 'vitest';
import type { EngineBackend } from '../../../src/engine/backend';
import { createSession } from '../../../src/engine/session';
import { recordings } from '../../../src/labs/convolution/recordings';
import type { DigitVariant, NetworkId } from '../../../src/spec/experiment-spec';
import { realDigits } from '../real-digits';
import { clock, countOf, dataOf, flagshipExperiment, openBackend } from '../support';
import { mean, recordedAccuracy } from './measure';

const seeds = inject('findingsSeeds');
const data = dataOf(realDigits());
let backend: EngineBackend;

beforeAll(async () => {
  backend = await openBackend('cpu');
});

/** Test accuracy of both networks after a whole run. What posters show of the same run is the same. */
async function accuracies(variant: DigitVariant, examples: number, steps: number, seed: number) {
  const spec = flagshipExperiment({ seed, data: { kind: 'digits', variant, examples }, steps });
  const session = createSession({ spec, data, backend, clock });
  const accuracy = (network: NetworkId) => {
    const begun = clock();
    for (let step = 0; step < steps; step++) session.train(network);
    const ms = (clock() - begun) / steps;
    const test =
      countOf(session, network, 'test', 0, session.sizeOf(network, 'test')) / session.sizeOf(network, 'test');
    const train =
      countOf(session, network, 'train', 0, 2000) / Math.min(2000, session.sizeOf(network, 'train'));
    process.stdout.write(
      `${variant} seed ${seed} ${network}: test ${test.toFixed(3)}, train ${train.toFixed(3)}, ${ms.toFixed(1)} ms a step\n`,
    );
    return test;
  };
  const result = { shared: accuracy('shared'), independent: accuracy('independent') };
  session.dispose();
  if (seed === 1)
    for (const network of ['shared', 'independent'] as const)
      expect(await recordedAccuracy(recordings, `${variant}-${examples}`, network)).toBe(result[network]);
  return result;
}

test('roaming digits: one shared kernel reads far more of them than kernels of their own', async () => {
  const runs = await Promise.all(seeds.map((seed) => accuracies('roaming', 2000, 800, seed)));
  for (const { shared, independent } of runs) {
    expect(shared).toBeGreaterThanOrEqual(0.66);
    expect(shared - independent).toBeGreaterThanOrEqual(0.25);
  }
  expect(mean(runs.map((run) => run.shared))).toBeGreaterThanOrEqual(0.72);
});

test('a corner never trained on: shared kernels read there, independent ones guess', async () => {
  const runs = await Promise.all(seeds.map((seed) => accuracies('corner', 4000, 800, seed)));
  for (const { shared, independent } of runs) {
    expect(shared).toBeGreaterThanOrEqual(0.7);
    expect(independent).toBeLessThan(0.25);
  }
});

test('centred digits: position carries information, so independent kernels are not worse', async () => {
  const runs = await Promise.all(seeds.map((seed) => accuracies('centred', 4000, 600, seed)));
  for (const { shared, independent } of runs) expect(independent).toBeGreaterThanOrEqual(shared);
});
