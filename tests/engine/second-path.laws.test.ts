/**
 * The line "sum of the tiles = gradient" says something only if its two sides are computed apart: with a ledger
 * kernel that is wrong in one tile, the tiles must move and the gradient beside them must not.
 */
import {
  engine,
  getKernel,
  type KernelConfig,
  tensor as makeTensor,
  registerKernel,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { FUSED_GRADIENTS, TIED_CONV_2D_LEDGER } from '../../src/engine/kernels/names';
import { createSession } from '../../src/engine/session';
import { readTexels, uploadTexels } from '../../src/engine/webgl-texels';
import { sumOfTiles } from '../../src/math/sum-of-tiles';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { independentTying, sharedTying } from '../../src/spec/tying';
import {
  backendName,
  clock,
  dataOf,
  flagshipExperiment,
  noiseDigits,
  openBackend,
  watchedOf,
} from './support';

const data = dataOf(noiseDigits(60, 10));
const tyings = { shared: sharedTying(196), independent: independentTying(196) };
const watch = { filter: 3, filters: 1, ledger: true };
/** The kernel that makes the ledger here. */
const LEDGER = backendName === 'webgl' ? FUSED_GRADIENTS : TIED_CONV_2D_LEDGER;
/** Tap 12 of the watched filter in the tile of site 50; in texels a tap of four filters, of which this is the last. */
const WRONG =
  backendName === 'webgl' ? (50 * 2 * 26 + 12) * 4 + watch.filter : (50 * 8 + watch.filter) * 26 + 12;

let backend: EngineBackend;
let right: KernelConfig;
beforeAll(async () => {
  backend = await openBackend();
  right = { ...getKernel(LEDGER, backendName) };
});

function use(config: KernelConfig): void {
  unregisterKernel(LEDGER, backendName);
  registerKernel(config);
}
afterEach(() => use(right));

/** The ledger kernel, one cell of the first layer's ledger off by `by`. */
function wrongBy(by: number): KernelConfig {
  return {
    ...right,
    kernelFunc(request) {
      const result = right.kernelFunc(request);
      const info = Array.isArray(result) ? result[0] : result;
      if (!info || (backendName === 'cpu' && info.shape[0] !== 196)) return result;
      const tensor = engine().makeTensorFromTensorInfo(info);
      const values = backendName === 'webgl' ? readTexels(tensor) : tensor.dataSync<'float32'>().slice();
      values[WRONG] = (values[WRONG] as number) + by;
      return backendName === 'webgl'
        ? uploadTexels(values, info.shape[0] ?? 0, info.shape[1] ?? 0)
        : makeTensor(values, info.shape);
    },
  };
}

/** What is watched after the first step, whose upstream gradient no ledger has touched yet. */
function afterOneStep(id: 'shared' | 'independent') {
  const networks = [flagshipNetwork('shared'), flagshipNetwork('independent')];
  const spec = flagshipExperiment({
    batch: 16,
    data: { kind: 'digits', variant: 'roaming', examples: 60 },
    networks,
  });
  const session = createSession({ spec, data, backend, clock });
  session.train(id);
  const { ledger, gradient } = watchedOf(session, id, watch);
  session.dispose();
  if (!ledger || !gradient) throw new Error('nothing watched');
  return { ledger, gradient, difference: sumOfTiles(ledger, tyings[id], gradient).difference };
}

test('a ledger kernel that is wrong in one tile moves that tile, not the gradient it is compared with', () => {
  for (const id of ['shared', 'independent'] as const) {
    use(right);
    const sound = afterOneStep(id);
    expect(sound.difference).toBeLessThan(1e-5);
    const largest = sound.gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    use(wrongBy(0.1 * largest));
    const wrong = afterOneStep(id);
    expect(wrong.ledger.filter((value, at) => value !== sound.ledger[at])).toHaveLength(1);
    expect(wrong.gradient).toEqual(sound.gradient);
    expect(wrong.difference).toBeGreaterThan(1e-3);
  }
});
