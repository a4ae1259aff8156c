/** The procedure of an experiment on the contents of its data file. */
import { CANVAS_SIDE } from '../../math/fit-image';
import { weightShapes } from '../../math/weight-shapes';
import type { DataSpec, ExperimentSpec, NetworkSpec, RecurrentNetworkSpec } from '../../spec/experiment-spec';
import { CANVAS_SIZE } from '../../spec/how-much-network';
import { PICTURE_SIDE, TASK_CLASSES } from '../../spec/multi-task-network';
import { type SequenceShape, sequenceTasks } from '../../spec/sequence-tasks';
import { TASK_CLASSES as NEW_CLASSES } from '../../spec/transfer-network';
import { canvasSets } from '../data/canvas-tasks';
import type { DataContent } from '../data/data-file';
import { taskSets } from '../data/digit-tasks';
import { pairSets } from '../data/pairs';
import { symbolSets, wordSets } from '../data/sequences';
import { EngineError } from '../engine-error';
import { canvasProcedure } from './canvas';
import { digitProcedure } from './digits';
import { newDigitsProcedure } from './new-digits';
import { pairProcedure } from './pairs';
import type { Procedure } from './procedure';
import { sequenceProcedure } from './sequences';
import { sineProcedure } from './sines';
import { tasksProcedure } from './tasks';

/** Throws EngineError `bad-message` where data, networks and contents do not go together. */
export function makeProcedure(spec: ExperimentSpec, content: DataContent): Procedure {
  const { data, networks, seed, lending } = spec;
  const { examples } = data;
  switch (data.kind) {
    case 'digits':
      if (content.kind !== 'digits' || !networks.every(classifies(CANVAS_SIDE)))
        throw mismatch(data, content);
      return digitProcedure(content.digits, data, seed);
    case 'canvas':
      if (content.kind !== 'digits' || !networks.every(classifies(CANVAS_SIZE)))
        throw mismatch(data, content);
      return canvasProcedure(canvasSets(content.digits, data.task, examples, seed));
    case 'new-digits':
      if (content.kind !== 'digits' || !lending || !networks.every(isLent)) throw mismatch(data, content);
      return newDigitsProcedure(content.digits, examples, lending, seed);
    case 'pairs':
      if (content.kind !== 'pairs' || !networks.every(isContrastive)) throw mismatch(data, content);
      return pairProcedure(pairSets(content.faces, data.variant, examples, seed));
    case 'words': {
      if (content.kind !== 'words') throw mismatch(data, content);
      const trained = trainedSteps(networks, sequenceTasks.language);
      return sequenceProcedure(wordSets(content.words, examples, trained, seed), sequenceTasks.language);
    }
    case 'symbols': {
      if (content.kind !== 'symbols') throw mismatch(data, content);
      const shape = sequenceTasks[data.task];
      const trained = trainedSteps(networks, shape);
      return sequenceProcedure(symbolSets(data.task, examples, trained, seed), shape);
    }
    case 'tasks':
      if (content.kind !== 'digits' || !networks.every(answersTasks)) throw mismatch(data, content);
      return tasksProcedure(taskSets(content.digits, data.second, data));
    case 'sines':
      if (content.kind !== 'sines' || !networks.every(({ kind }) => kind === 'start'))
        throw mismatch(data, content);
      return sineProcedure(spec);
    default:
      return data satisfies never;
  }
}

const isContrastive = (network: NetworkSpec) => network.kind === 'layered' && network.loss === 'contrastive';

/** Two digits one above the other, the second task's below. */
const answersTasks = (network: NetworkSpec) =>
  network.kind === 'layered' &&
  network.loss === 'tasks' &&
  [2 * PICTURE_SIDE, PICTURE_SIDE, 1].every((extent, axis) => extent === network.input[axis]) &&
  TASK_CLASSES.every((count, task) => count === network.classes?.[task]);

/** Square pictures of one channel. */
const classifies = (side: number) => (network: NetworkSpec) =>
  network.kind === 'layered' &&
  network.loss === 'cross-entropy' &&
  network.input.every((extent, axis) => extent === (axis === 2 ? 1 : side));

/** Pictures of one half of the digits, with a plan for each layer with weights. */
function isLent(network: NetworkSpec): boolean {
  if (network.kind !== 'layered' || !classifies(CANVAS_SIDE)(network)) return false;
  const shapes = weightShapes(network);
  return network.transfer?.length === shapes.length && shapes.at(-1)?.filters === NEW_CLASSES;
}

const mismatch = (data: DataSpec, content: DataContent) =>
  new EngineError(
    'bad-message',
    `Data of ${data.kind} do not go with these networks or with ${content.kind}.`,
  );

/** Steps that all networks train on; they have the task's shape. */
function trainedSteps(networks: readonly NetworkSpec[], shape: SequenceShape): number {
  const steps = networks.map((network) => (fits(network, shape) ? network.trained : 0));
  const [first = 0] = steps;
  if (steps.some((count) => count !== first) || first < shape.shortest || first > shape.longest)
    throw new EngineError(
      'bad-message',
      `These networks do not train on such sequences: ${steps.join(', ')} steps.`,
    );
  return first;
}

const fits = (network: NetworkSpec, shape: SequenceShape): network is RecurrentNetworkSpec =>
  network.kind === 'recurrent' &&
  (['symbols', 'hidden', 'classes', 'reads'] as const).every((key) => network[key] === shape[key]);
