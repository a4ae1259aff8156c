/**
 * How much to share: the flagship network on a canvas whose edges wrap, tied by any map. The map of the contest is one
 * that somebody might paint at worst: each of the 256 positions of one of 256 colours at random, which leaves 169.
 */
import { canvasSets } from '../../src/engine/data/canvas-tasks';
import { decodeDigits } from '../../src/engine/data/digit-file';
import { makeBatch } from '../../src/engine/data/examples';
import { randomStream } from '../../src/math/random';
import { howMuchNetwork } from '../../src/spec/how-much-network';
import { canonicalMap, MAP_SITES } from '../../src/spec/tie-map';
import { BATCH, type Experiment, fetchUnpacked } from './experiment';

const SEED = 1;
const DATA = { kind: 'canvas', task: 'roaming', examples: 1000 } as const;
const stream = randomStream(SEED, 'painted');
const painted = canonicalMap(Array.from({ length: MAP_SITES }, () => stream.integer(MAP_SITES)));

/** Batches: inputs [64, 32 * 32], labels [64]. `shrink`: null for hard sharing. */
const canvasWith = (id: 'canvas' | 'soft-canvas', shrink: number | null): Experiment => ({
  id,
  seed: SEED,
  rate: 0.003,
  data: DATA,
  network: (tying) => howMuchNetwork(tying, { map: painted, shrink }),
  async load() {
    const digits = decodeDigits(await fetchUnpacked('mnist.bin'));
    const { train } = canvasSets(digits, DATA.task, DATA.examples, SEED);
    let step = 0;
    return { content: { kind: 'digits', digits }, nextBatch: () => makeBatch(train, SEED, step++, BATCH) };
  },
});

export const canvas = canvasWith('canvas', null);
export const softCanvas = canvasWith('soft-canvas', 0.1);
