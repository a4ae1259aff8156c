/** The networks of Meta-learning: one start, found in three ways. The figures are those of docs/findings.md. */
import type { ExperimentSpec, StartNetworkSpec } from './experiment-spec';
import type { NetworkId } from './network-id';

/** How a start is found, by the name of the network. */
export type StartId = Extract<NetworkId, 'random' | 'pretrained' | 'reptile'>;

export const START_IDS = ['random', 'pretrained', 'reptile'] as const satisfies readonly StartId[];

const ruleOf = { random: 'none', pretrained: 'joint', reptile: 'reptile' } as const;

/** Units of each hidden layer. */
export const START_HIDDEN = 40;

/** Of one task. */
export const MOST_POINTS = 50;

/** What a learner may choose of Reptile's outer step. */
export type OuterStep = Pick<StartNetworkSpec, 'tasks' | 'innerSteps' | 'outerRate'>;

export const OUTER_STEP: OuterStep = { tasks: 8, innerSteps: 8, outerRate: 1 };

export const startNetwork = (id: StartId, outer: OuterStep = OUTER_STEP): StartNetworkSpec => ({
  kind: 'start',
  id,
  hidden: START_HIDDEN,
  rule: ruleOf[id],
  jointRate: 0.003,
  ...outer,
});

/** An experiment of all three. `rate`: of inner steps and of adapting; `points`: of a task. */
export const startExperiment = (
  {
    rate,
    points,
    ...rest
  }: Pick<ExperimentSpec, 'seed' | 'steps' | 'batch'> & {
    readonly rate: number;
    readonly points: number;
  },
  outer?: OuterStep,
): ExperimentSpec => ({
  ...rest,
  data: { kind: 'sines', examples: points },
  optimizer: { kind: 'sgd', rate, decay: 'none' },
  networks: START_IDS.map((id) => startNetwork(id, outer)),
});
