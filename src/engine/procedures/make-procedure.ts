/** The procedure of an experiment on the contents of its data file. */
import type { ExperimentSpec, NetworkSpec } from '../../spec/experiment-spec';
import { sequenceTasks, taskOf } from '../../spec/sequence-tasks';
import type { DataContent } from '../data/data-file';
import { pairSets } from '../data/pairs';
import { symbolSets, wordSets } from '../data/sequences';
import { EngineError } from '../engine-error';
import { digitProcedure } from './digits';
import { pairProcedure } from './pairs';
import type { Procedure } from './procedure';
import { sequenceProcedure } from './sequences';

/** Throws EngineError `bad-message` where data, networks and contents do not go together. */
export function makeProcedure({ data, networks, seed }: ExperimentSpec, content: DataContent): Procedure {
  if (data.kind === 'digits' && content.kind === 'digits') return digitProcedure(content.digits, data, seed);
  if (data.kind === 'pairs' && content.kind === 'pairs')
    return pairProcedure(pairSets(content.faces, data.variant, data.examples, seed));
  const task = taskOf(data);
  const trained = trainedSteps(networks);
  if (task && (trained < sequenceTasks[task].shortest || trained > sequenceTasks[task].longest))
    throw new EngineError('bad-message', `No sequence of ${task} trains on ${trained} steps.`);
  if (!task || content.kind !== data.kind)
    throw new EngineError('bad-message', `Contents of ${content.kind} are not data of ${data.kind}.`);
  const sets =
    content.kind === 'words'
      ? wordSets(content.words, data.examples, trained, seed)
      : symbolSets(data.kind === 'symbols' ? data.task : 'first', data.examples, trained, seed);
  return sequenceProcedure(sets, sequenceTasks[task]);
}

/** Steps that all networks train on. */
function trainedSteps(networks: readonly NetworkSpec[]): number {
  const steps = networks.map((network) => (network.kind === 'recurrent' ? network.trained : 0));
  const [first = 0] = steps;
  if (first === 0 || steps.some((count) => count !== first))
    throw new EngineError('bad-message', 'Networks that read the same sequences train on as many steps.');
  return first;
}
