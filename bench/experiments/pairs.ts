/** The Siamese network: two towers 1,024 -> 64 -> 2 on pairs of faces, under the contrastive loss. */
import { makeBatch } from '../../src/engine/data/examples';
import { decodeFaces } from '../../src/engine/data/face-file';
import { pairSets } from '../../src/engine/data/pairs';
import { siameseNetwork } from '../../src/spec/siamese-network';
import { BATCH, type Experiment, fetchUnpacked } from './experiment';

const SEED = 1;
const DATA = { kind: 'pairs', variant: 'faces', examples: 2000 } as const;

/** Batches: inputs [64, 2, 32 * 32], labels [64], 1 where both pictures are of one person. */
export const pairs: Experiment = {
  id: 'pairs',
  seed: SEED,
  rate: 0.001,
  data: DATA,
  network: siameseNetwork,
  async load() {
    const faces = decodeFaces(await fetchUnpacked('faces.bin'));
    const { train } = pairSets(faces, DATA.variant, DATA.examples, SEED);
    let step = 0;
    return { content: { kind: 'pairs', faces }, nextBatch: () => makeBatch(train, SEED, step++, BATCH) };
  },
};
