/** Everyone in the contest, in the order of the tables. Each brings its library along only when it is opened. */
import type { BackendName } from '../src/spec/backend';
import type { NetworkId } from '../src/spec/experiment-spec';
import { TRANSFER_NETWORKS } from '../src/spec/transfer-network';
import type { OpenContestant } from './contestant';
import { canvas, softCanvas } from './experiments/canvas';
import type { Experiment } from './experiments/experiment';
import { flagship } from './experiments/flagship';
import { language } from './experiments/language';
import { pairs } from './experiments/pairs';
import { start } from './experiments/start';
import { tasks } from './experiments/tasks';
import { transfer } from './experiments/transfer';

type Tying = NetworkId;

type Entry = {
  readonly id: string;
  readonly name: string;
  readonly experiment: Experiment;
  /** Everyone of one experiment and tying begins with the same loss. */
  readonly tying: Tying;
  /** Steps before it is timed; without it as many as most. */
  readonly warmUp?: number;
  readonly open: OpenContestant;
};

/** The flagship's ids have no prefix. */
const idIn = ({ id }: Experiment, rest: string) => (id === 'flagship' ? rest : `${id}-${rest}`);

/** As the app trains; the language network without a session, which has no such words to train on. */
const tied = (experiment: Experiment, backend: BackendName, tying: Tying): Entry => ({
  id: idIn(experiment, `tied-${backend}-${tying}`),
  name: `Tied ${tying}, ${backend}`,
  experiment,
  tying,
  async open(data) {
    const { openTied, openTiedTrainer } = await import('./peers/tied');
    return (experiment === language ? openTiedTrainer : openTied)(backend, experiment, tying)(data);
  },
});

const bothTyings = (experiment: Experiment, backend: BackendName): readonly Entry[] => [
  tied(experiment, backend, 'shared'),
  tied(experiment, backend, 'independent'),
];

const autodiff = (tying: Tying): Entry => ({
  id: `tied-autodiff-${tying}`,
  name: `Tied ${tying}, webgl, through autodiff`,
  experiment: flagship,
  tying,
  open: async (data) => (await import('./peers/tied')).openTiedTrainer('webgl', flagship, tying)(data),
});

const stockIndependent = (way: string, cut: 'gatherPatches' | 'slicePatches'): Entry => ({
  id: `stock-${way}`,
  name: `stock ops independent (${way}), webgl`,
  experiment: flagship,
  tying: 'independent',
  async open(data) {
    const { openStockIndependent } = await import('./peers/stock-independent');
    return openStockIndependent((await import('./peers/stock-patches'))[cut])(data);
  },
});

const sharedFlagship = (id: string, name: string, open: OpenContestant): Entry => ({
  id,
  name,
  experiment: flagship,
  tying: 'shared',
  open,
});

const simpleRnn = (backend: BackendName): Entry => ({
  id: `language-tf-layers-${backend}`,
  name: `tf.layers simpleRNN shared, ${backend}`,
  experiment: language,
  tying: 'shared',
  open: async (data) => (await import('./peers/tf-layers-rnn')).openSimpleRnn(backend)(data),
});

const denseTowers = (backend: BackendName): Entry => ({
  id: `pairs-tf-layers-${backend}`,
  name: `tf.layers dense towers shared, ${backend}`,
  experiment: pairs,
  tying: 'shared',
  open: async (data) => (await import('./peers/tf-layers-towers')).openDenseTowers(backend)(data),
});

const denseTasks = (backend: BackendName): Entry => ({
  id: `tasks-tf-layers-${backend}`,
  name: `tf.layers dense trunk hard, ${backend}`,
  experiment: tasks,
  tying: 'hard',
  open: async (data) => (await import('./peers/tf-layers-tasks')).openDenseTasks(backend)(data),
});

const stockStart = (backend: BackendName): Entry => ({
  id: `start-stock-${backend}`,
  name: `stock operations, Reptile, ${backend}`,
  experiment: start,
  tying: 'reptile',
  open: async (data) => (await import('./peers/stock-start')).openStockStart(backend)(data),
});

export const contestants: readonly Entry[] = [
  ...bothTyings(flagship, 'webgl'),
  autodiff('shared'),
  autodiff('independent'),
  ...bothTyings(flagship, 'cpu'),
  sharedFlagship('tf-layers', 'tf.layers shared, webgl', async (data) =>
    (await import('./peers/tf-layers')).openTfLayers(data),
  ),
  stockIndependent('gather', 'gatherPatches'),
  stockIndependent('slices', 'slicePatches'),
  sharedFlagship('convnetjs', 'ConvNetJS shared, plain JavaScript', async (data) =>
    (await import('./peers/convnetjs')).openConvNetJs(data),
  ),
  sharedFlagship('jax-js', 'jax-js shared, wasm', async (data) =>
    (await import('./peers/jax-js')).openJaxJs(data),
  ),
  ...[language, pairs].flatMap((experiment) => [
    ...bothTyings(experiment, 'webgl'),
    ...bothTyings(experiment, 'cpu'),
    ...(['webgl', 'cpu'] as const).map(experiment === language ? simpleRnn : denseTowers),
  ]),
  ...(['shared', 'independent', 'grouped'] as const).map((tying) => tied(canvas, 'webgl', tying)),
  // Blank cells cost nothing on cpu, and how many a network leaves blank settles only in its first hundred steps.
  ...[
    tied(canvas, 'cpu', 'shared'),
    tied(canvas, 'cpu', 'independent'),
    tied(canvas, 'cpu', 'grouped'),
    tied(softCanvas, 'cpu', 'grouped'),
  ].map((entry) => ({ ...entry, warmUp: 100 })),
  ...(['webgl', 'cpu'] as const).flatMap((backend) => [
    ...(['hard', 'separate', 'soft'] as const).map((tying) => tied(tasks, backend, tying)),
    denseTasks(backend),
  ]),
  ...(['webgl', 'cpu'] as const).flatMap((backend) =>
    TRANSFER_NETWORKS.map((tying) => tied(transfer, backend, tying)),
  ),
  // One code for both backends: it is the same row on webgl.
  tied(start, 'cpu', 'reptile'),
  tied(start, 'cpu', 'pretrained'),
  stockStart('cpu'),
  stockStart('webgl'),
];
