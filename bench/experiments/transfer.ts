/**
 * Transfer: the first steps of the new task, fifty of each digit. The old task is left out: what is lent are weights as
 * they were drawn, which costs the same.
 */
import { decodeDigits } from '../../src/engine/data/digit-file';
import { makeBatch } from '../../src/engine/data/examples';
import { newDigits } from '../../src/engine/data/new-digits';
import { TRANSFER_NETWORKS, transferNetwork } from '../../src/spec/transfer-network';
import { BATCH, type Experiment, fetchUnpacked } from './experiment';

const SEED = 1;
const DATA = { kind: 'new-digits', examples: 50 } as const;

/** Batches: inputs [64, 28 * 28], labels [64]. */
export const transfer: Experiment = {
  id: 'transfer',
  seed: SEED,
  rate: 0.01,
  data: DATA,
  lending: { steps: 0, examples: 50, rate: 0.006 },
  network(tying) {
    const id = TRANSFER_NETWORKS.find((known) => known === tying);
    if (!id) throw new Error(`A trunk is not lent as ${tying}.`);
    return transferNetwork(id);
  },
  async load() {
    const digits = decodeDigits(await fetchUnpacked('mnist.bin'));
    const { train } = newDigits(digits, DATA.examples, SEED);
    let step = 0;
    return { content: { kind: 'digits', digits }, nextBatch: () => makeBatch(train, SEED, step++, BATCH) };
  },
};
