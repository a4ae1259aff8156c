/**
 * The fused webgl step against the autodiff step over the registered kernels, on random networks of its form
 * under any tie map; and against cpu on the flagship, where both must agree to 1e-6.
 */
import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Batch } from '../../src/engine/data/examples';
import { fusedPlan } from '../../src/engine/fused/plan';
import { blocksOf, updateStep } from '../../src/engine/optimizers';
import { packParameters, unpackParameters } from '../../src/engine/parameter-layout';
import { readTogether } from '../../src/engine/readings';
import { withoutLeaks } from '../../src/engine/tfjs-kernels';
import { autodiffTrainer } from '../../src/engine/trainers/autodiff-trainer';
import { fusedTrainer } from '../../src/engine/trainers/fused-trainer';
import type { Trainer } from '../../src/engine/trainers/trainer';
import { convolutionGeometry } from '../../src/math/convolution-geometry';
import { initialWeights } from '../../src/math/initial-weights';
import { tiedLayers } from '../../src/math/network-layers';
import type { LayeredNetworkSpec, LayerSpec, OptimizerSpec } from '../../src/spec/experiment-spec';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import type { TyingPlan } from '../../src/spec/tying';
import { geometries, normals, scaledDifference } from '../math/arbitraries';
import { flagshipExperiment, openBackend } from './support';

beforeAll(async () => {
  await openBackend('webgl');
});

const MOMENTUM: OptimizerSpec = { kind: 'momentum', rate: 0.05, decay: 'none' };

const tyingOf = (kind: string, sites: number, labels: readonly number[]): TyingPlan =>
  kind === 'grouped'
    ? { kind, groupOf: Array.from({ length: sites }, (_, site) => labels[site % labels.length] ?? 0) }
    : { kind: kind === 'shared' ? 'shared' : 'independent' };

/** Two tied convolutions of any geometry, the global maximum, a dense layer. */
const networks = fc
  .record({
    geometry: geometries,
    second: fc.record({
      size: fc.integer({ min: 1, max: 3 }),
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.constantFrom('same' as const, 'valid' as const, 'wrap' as const),
    }),
    filters: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })),
    kinds: fc.tuple(
      fc.constantFrom('shared', 'independent', 'grouped'),
      fc.constantFrom('shared', 'independent', 'grouped'),
    ),
    labels: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 9 }),
    classes: fc.integer({ min: 2, max: 11 }),
    batch: fc.integer({ min: 1, max: 9 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
  })
  .filter(
    ({ geometry, second }) =>
      second.padding !== 'valid' || second.size <= Math.min(geometry.outHeight, geometry.outWidth),
  )
  .map(({ geometry, second, filters, kinds, labels, classes, batch, seed }) => {
    const { height, width, channels, size, stride, padding, sites } = geometry;
    const below = convolutionGeometry({
      ...second,
      height: geometry.outHeight,
      width: geometry.outWidth,
      channels: filters[0],
    });
    const layers: LayerSpec[] = [
      {
        kind: 'convolution',
        size,
        stride,
        padding,
        filters: filters[0],
        tying: tyingOf(kinds[0], sites, labels),
      },
      {
        kind: 'convolution',
        ...second,
        filters: filters[1],
        tying: tyingOf(kinds[1], below.sites, labels),
      },
      { kind: 'global-max-pool' },
      { kind: 'dense', units: classes },
    ];
    const network: LayeredNetworkSpec = {
      kind: 'layered',
      id: 'grouped',
      input: [height, width, channels],
      layers,
      init: 'own',
      loss: 'cross-entropy',
    };
    return { network, batch, seed, classes };
  });

function noiseBatch(network: LayeredNetworkSpec, batch: number, classes: number, seed: number): Batch {
  const size = network.input.reduce((product, side) => product * side, 1);
  const labels = normals(batch, seed, 'labels').map((value) => Math.floor(Math.abs(9 * value)) % classes);
  return { step: 0, inputs: normals(batch * size, seed, 'images'), labels };
}

/** Weights of He, and biases that are not zero, so that they are tested too. */
function startingArrays(network: LayeredNetworkSpec, seed: number): Float32Array[] {
  return initialWeights(network, seed).map((values, layer) => {
    const offsets = normals(values.length, seed + layer, 'offsets');
    return values.map((value, at) => value + 0.05 * (offsets[at] as number));
  });
}

function fused(network: LayeredNetworkSpec, batch: number, optimizer: OptimizerSpec): Trainer {
  const plan = fusedPlan(network, blocksOf(optimizer.kind));
  if (!plan) throw new Error('not of the fused form');
  return fusedTrainer(plan, { ...flagshipExperiment(), batch, optimizer });
}

/** Everything that can be asked of a trainer after some steps on one batch. With momentum, velocities are gradients. */
function afterSteps(
  trainer: Trainer,
  arrays: readonly Float32Array[],
  batch: Batch,
  optimizer: OptimizerSpec,
  steps: number,
) {
  trainer.setParameters(packParameters(trainer.layout, arrays));
  for (let step = 0; step < steps; step++) trainer.step(batch, updateStep(optimizer, step, 100));
  const filter = 0;
  const watched = withoutLeaks(() => {
    const { kernels, previousKernels, ledger, gradient } = trainer.firstLayer({ filter, filters: 1 }, true);
    return readTogether([kernels, previousKernels, ledger, gradient].filter((reading) => reading !== null));
  });
  const result = {
    losses: trainer.takeLosses(),
    arrays: unpackParameters(trainer.layout, trainer.parameters(trainer.layout.blocks)),
    watched,
    logits: trainer.outputs(batch.inputs, batch.labels.length),
  };
  trainer.dispose();
  return result;
}

function expectAlike(
  one: ReturnType<typeof afterSteps>,
  other: ReturnType<typeof afterSteps>,
  tolerance: number,
) {
  const pairs = [
    [one.losses, other.losses],
    [one.logits, other.logits],
    ...one.arrays.map((array, at) => [array, other.arrays[at]]),
    ...one.watched.map((array, at) => [array, other.watched[at]]),
  ] as const;
  expect(one.watched).toHaveLength(4);
  for (const [mine, theirs] of pairs) {
    expect(mine?.length).toBe(theirs?.length);
    expect(scaledDifference(mine ?? [], theirs ?? [], 1)).toBeLessThan(tolerance);
  }
}

test('the fused step is the autodiff step: losses, gradients, ledger, second path, answers, for any map', () => {
  fc.assert(
    fc.property(networks, ({ network, batch, seed, classes }) => {
      const data = noiseBatch(network, batch, classes, seed);
      const start = startingArrays(network, seed);
      const steps = (trainer: Trainer) => afterSteps(trainer, start, data, MOMENTUM, 2);
      expectAlike(
        steps(fused(network, batch, MOMENTUM)),
        steps(autodiffTrainer(network, blocksOf('momentum'))),
        1e-5,
      );
    }),
    { numRuns: 8 },
  );
});

test('a batch may be a single example, on either path', () => {
  const network = flagshipNetwork('shared');
  const data = noiseBatch(network, 1, 10, 9);
  const steps = (trainer: Trainer) => afterSteps(trainer, startingArrays(network, 9), data, MOMENTUM, 2);
  expectAlike(
    steps(fused(network, 1, MOMENTUM)),
    steps(autodiffTrainer(network, blocksOf('momentum'))),
    1e-5,
  );
});

test('each optimiser makes the same three steps fused as by its registered kernel', () => {
  const network = flagshipNetwork('shared');
  const data = noiseBatch(network, 6, 10, 4);
  const start = startingArrays(network, 4);
  for (const kind of ['sgd', 'momentum', 'adam'] as const) {
    const optimizer: OptimizerSpec = { kind, rate: 0.01, decay: 'none' };
    const steps = (trainer: Trainer) => afterSteps(trainer, start, data, optimizer, 3);
    // Adam turns rounding of gradients near zero into steps of the rate: only what is not of that kind is held.
    const tolerance = kind === 'adam' ? 0.03 : 1e-5;
    const [mine, theirs] = [
      steps(fused(network, 6, optimizer)),
      steps(autodiffTrainer(network, blocksOf(kind))),
    ];
    expectAlike(mine, theirs, tolerance);
    const far = mine.arrays
      .slice(0, 3)
      .flatMap((array, at) =>
        [...array].filter((value, index) => Math.abs(value - (theirs.arrays[at]?.[index] ?? NaN)) > 1e-5),
      );
    expect(far.length).toBeLessThan(20);
  }
});

test('gradients of the flagship on webgl are those of cpu within 1e-6, shared, grouped and independent', async () => {
  const blocks = Array.from(
    { length: 196 },
    (_, site) => ((site / 14 / 7) | 0) * 2 + (((site % 14) / 7) | 0),
  );
  const quarters = Array.from({ length: 49 }, (_, site) => ((site / 7 / 4) | 0) * 2 + (((site % 7) / 4) | 0));
  const networks = [
    flagshipNetwork('shared'),
    flagshipNetwork('independent'),
    flagshipNetwork('grouped', 'own', [
      { kind: 'grouped', groupOf: blocks },
      { kind: 'grouped', groupOf: quarters },
    ]),
  ];
  const data = networks.map((network) => noiseBatch(network, 64, 10, 7));
  const run = (make: (network: LayeredNetworkSpec) => Trainer) =>
    networks.map((network, at) =>
      afterSteps(make(network), startingArrays(network, 7), data[at] as Batch, MOMENTUM, 1),
    );
  const mine = run((network) => fused(network, 64, MOMENTUM));
  await openBackend('cpu');
  const theirs = run((network) => autodiffTrainer(network, blocksOf('momentum')));
  await openBackend('webgl');
  mine.forEach((result, at) => {
    const layers = tiedLayers(networks[at] as LayeredNetworkSpec).length;
    for (const [layer, gradient] of result.arrays.slice(layers).entries()) {
      const expected = theirs[at]?.arrays[layers + layer] ?? new Float32Array();
      const largest = gradient.reduce(
        (most, value, index) => Math.max(most, Math.abs(value - (expected[index] ?? NaN))),
        0,
      );
      expect(largest).toBeLessThan(1e-6);
    }
  });
});
