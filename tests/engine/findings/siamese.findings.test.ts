/** The calibrated findings of the Siamese lab, as bands, on the cpu kernels; seeds as in the other findings. */
import { beforeAll, expect, inject, test } from 'vitest';
import type { EngineBackend } from '../../../src/engine/backend';
import { createSession } from '../../../src/engine/session';
import { areaUnderRoc } from '../../../src/math/roc';
import type { NetworkId, PairVariant } from '../../../src/spec/experiment-spec';
import { siameseNetwork } from '../../../src/spec/siamese-network';
import { clock, openBackend } from '../support';
import { accuracyOn, both, dataFile, mean, say, surveyOf, trainAll } from './measure';

const seeds = inject('findingsSeeds');
const faces = dataFile('pairs', 'faces.bin');
const STEPS = 800;
const PAIRS = 8000;
let backend: EngineBackend;

beforeAll(async () => {
  backend = await openBackend('cpu');
});

/** Of 2,000 pairs of people and hair styles never seen. */
type Result = {
  readonly area: number;
  readonly swappedArea: number;
  readonly pixelArea: number;
  /** Over the mean distance of different people: mean |d(a, b) - d(b, a)|, and mean d(a, a). */
  readonly asymmetry: number;
  readonly self: number;
};

const isSame = (pair: number) => pair % 2 === 0;

/** survey: [pairs, 4], d(a, b), d(b, a), d(a, a), raw pixels. */
function resultOf(survey: readonly number[]): Result {
  const column = (at: number) => survey.filter((_, index) => index % 4 === at);
  const [there, back, alone, pixels] = [column(0), column(1), column(2), column(3)];
  const area = (distances: readonly number[]) =>
    areaUnderRoc(
      distances.filter((_, pair) => isSame(pair)),
      distances.filter((_, pair) => !isSame(pair)),
    );
  const different = mean(there.filter((_, pair) => !isSame(pair)));
  return {
    area: area(there),
    swappedArea: area(back),
    pixelArea: area(pixels),
    asymmetry:
      mean(there.map((distance, pair) => Math.abs(distance - (back[pair] ?? Number.NaN)))) / different,
    self: mean(alone) / different,
  };
}

function results(variant: PairVariant, seed: number): Readonly<Record<(typeof both)[number], Result>> {
  const session = createSession({
    spec: {
      seed,
      data: { kind: 'pairs', variant, examples: PAIRS },
      steps: STEPS,
      batch: 64,
      optimizer: { kind: 'adam', rate: 0.001, decay: 'last-fifth' },
      networks: both.map((id) => siameseNetwork(id, variant)),
    },
    data: faces,
    backend,
    clock,
  });
  const result = (network: NetworkId) => {
    const ms = trainAll(session, network, STEPS);
    const test = accuracyOn(session, network, 'test');
    const measured = resultOf(surveyOf(session, network));
    const figures = Object.entries(measured).map(([name, value]) => `${name} ${value.toFixed(4)}`);
    say(
      `${variant} seed ${seed} ${network}: ${figures.join(', ')}, accuracy ${test.toFixed(3)}, ${ms.toFixed(1)} ms a step`,
    );
    return measured;
  };
  const measured = { shared: result('shared'), independent: result('independent') };
  session.dispose();
  return measured;
}

test('faces never seen: shared towers tell more of them apart, and do not care which face comes first', () => {
  for (const seed of seeds) {
    const { shared, independent } = results('faces', seed);
    expect(shared.area).toBeGreaterThanOrEqual(0.92);
    expect(shared.area - independent.area).toBeGreaterThanOrEqual(0.02);
    expect(shared.asymmetry).toBe(0);
    expect(shared.self).toBe(0);
    expect(shared.swappedArea).toBe(shared.area);
    expect(independent.asymmetry).toBeGreaterThan(0.05);
    expect(independent.self).toBeGreaterThan(0.05);
    // What the pictures themselves tell, without any network: about 0.8.
    expect(shared.pixelArea).toBeGreaterThan(0.76);
    expect(shared.pixelArea).toBeLessThan(0.86);
  }
});

test('one picture turned: separate towers are not worse, and lose much when the pictures change sides', () => {
  for (const seed of seeds) {
    const { shared, independent } = results('turned', seed);
    expect(independent.area).toBeGreaterThanOrEqual(shared.area - 0.01);
    expect(independent.swappedArea).toBeLessThan(0.8);
    expect(shared.swappedArea).toBe(shared.area);
  }
});
