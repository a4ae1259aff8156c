/** Meta-learning: a start 1 -> 40 -> 40 -> 1, one outer step of Reptile: 8 waves, 8 inner steps on 10 points each. */
import { START_IDS, startNetwork } from '../../src/spec/start-network';
import { BATCH, type Experiment } from './experiment';

const EMPTY = new Float32Array(0);

/** Batches only number the steps: tasks and points are drawn from seed and step, see math/start-adaptation. */
export const start: Experiment = {
  id: 'start',
  seed: 1,
  rate: 0.02,
  data: { kind: 'sines', examples: 10 },
  network(tying) {
    const id = START_IDS.find((known) => known === tying);
    if (!id) throw new Error(`No start is found as ${tying}.`);
    return startNetwork(id);
  },
  async load() {
    let step = 0;
    return {
      content: { kind: 'sines' },
      nextBatch: () => ({ step: step++, inputs: EMPTY, labels: new Float32Array(BATCH) }),
    };
  },
};
