/** Everyone in the contest, in the order of the table. Each brings its library along only when it is opened. */
import type { BackendName } from '../src/spec/backend';
import type { NetworkId } from '../src/spec/experiment-spec';
import type { OpenContestant } from './contestant';

type Entry = { readonly id: string; readonly name: string; readonly open: OpenContestant };

const tied = (backend: BackendName, network: NetworkId): Entry => ({
  id: `tied-${backend}-${network}`,
  name: `Tied ${network}, ${backend}`,
  open: async (data) => (await import('./peers/tied')).openTied(backend, network)(data),
});

const autodiff = (network: NetworkId): Entry => ({
  id: `tied-autodiff-${network}`,
  name: `Tied ${network}, webgl, through autodiff`,
  open: async (data) => (await import('./peers/tied')).openTiedAutodiff('webgl', network)(data),
});

const stockIndependent = (way: string, cut: 'gatherPatches' | 'slicePatches'): Entry => ({
  id: `stock-${way}`,
  name: `stock ops independent (${way}), webgl`,
  async open(data) {
    const { openStockIndependent } = await import('./peers/stock-independent');
    return openStockIndependent((await import('./peers/stock-patches'))[cut])(data);
  },
});

export const contestants: readonly Entry[] = [
  tied('webgl', 'shared'),
  tied('webgl', 'independent'),
  autodiff('shared'),
  autodiff('independent'),
  tied('cpu', 'shared'),
  tied('cpu', 'independent'),
  {
    id: 'tf-layers',
    name: 'tf.layers shared, webgl',
    open: async (data) => (await import('./peers/tf-layers')).openTfLayers(data),
  },
  stockIndependent('gather', 'gatherPatches'),
  stockIndependent('slices', 'slicePatches'),
  {
    id: 'convnetjs',
    name: 'ConvNetJS shared, plain JavaScript',
    open: async (data) => (await import('./peers/convnetjs')).openConvNetJs(data),
  },
  {
    id: 'jax-js',
    name: 'jax-js shared, wasm',
    open: async (data) => (await import('./peers/jax-js')).openJaxJs(data),
  },
];
