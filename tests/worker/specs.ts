/** Small experiments for the tests of host and store. */
import type { ExperimentSpec, LayeredNetworkSpec } from '../../src/spec/experiment-spec';

const network = (id: 'shared' | 'independent'): LayeredNetworkSpec => ({
  kind: 'layered',
  id,
  input: [28, 28, 1],
  layers: [
    { kind: 'convolution', size: 5, filters: 8, stride: 2, padding: 'same', tying: { kind: id } },
    { kind: 'convolution', size: 5, filters: 16, stride: 2, padding: 'same', tying: { kind: id } },
    { kind: 'global-max-pool' },
    { kind: 'dense', units: 10 },
  ],
  init: 'own',
  loss: 'cross-entropy',
});

export const smallSpec: ExperimentSpec = {
  seed: 1,
  data: { kind: 'digits', variant: 'roaming', examples: 100 },
  steps: 60,
  batch: 8,
  optimizer: { kind: 'adam', rate: 0.003, decay: 'none' },
  networks: [network('shared'), network('independent')],
};
