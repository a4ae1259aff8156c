/** The flagship: two tied 5x5 convolutions, the global maximum and a dense layer on digits. */
import { decodeDigits } from '../../src/engine/data/digit-file';
import { makeVariant } from '../../src/engine/data/digit-variants';
import { makeBatch } from '../../src/engine/data/examples';
import { flagshipNetwork } from '../../src/spec/flagship-network';
import { BATCH, type Experiment, fetchUnpacked } from './experiment';

export const SIDE = 28;
export const CLASSES = 10;
const SEED = 1;
/** Centred digits, a fifth of them ink: of our data the one on which kernels that skip blank paper gain least. */
const DATA = { kind: 'digits', variant: 'centred', examples: 2000 } as const;

/** Batches: inputs [64, 28 * 28], labels [64]. */
export const flagship: Experiment = {
  id: 'flagship',
  seed: SEED,
  rate: 0.003,
  data: DATA,
  network: flagshipNetwork,
  async load() {
    const digits = decodeDigits(await fetchUnpacked('mnist.bin'));
    const { train } = makeVariant(digits, DATA.variant, DATA.examples, SEED);
    let step = 0;
    return { content: { kind: 'digits', digits }, nextBatch: () => makeBatch(train, SEED, step++, BATCH) };
  },
};
