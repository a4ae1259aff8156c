/** Multi-task: a trunk 784 -> 64 -> 16 and two heads, on digits and whether they are odd. */
import { decodeDigits } from '../../src/engine/data/digit-file';
import { taskSets } from '../../src/engine/data/digit-tasks';
import { makeBatch } from '../../src/engine/data/examples';
import { multiTaskIds, multiTaskNetwork } from '../../src/spec/multi-task-network';
import { BATCH, type Experiment, fetchUnpacked } from './experiment';

const SEED = 1;
const DATA = { kind: 'tasks', second: 'odd-even', examples: 5000, labels: 50 } as const;

/** Batches: inputs [64, 2, 28 * 28], a digit for each task; labels [64, 2]. */
export const tasks: Experiment = {
  id: 'tasks',
  seed: SEED,
  rate: 0.003,
  data: DATA,
  network(tying) {
    const id = multiTaskIds.find((known) => known === tying);
    if (!id) throw new Error(`Tasks are not shared as ${tying}.`);
    return multiTaskNetwork(id, { units: 16, depth: 2, shrink: 0.01 });
  },
  async load() {
    const digits = decodeDigits(await fetchUnpacked('mnist.bin'));
    const { batches } = taskSets(digits, DATA.second, DATA);
    let step = 0;
    return { content: { kind: 'digits', digits }, nextBatch: () => makeBatch(batches, SEED, step++, BATCH) };
  },
};
