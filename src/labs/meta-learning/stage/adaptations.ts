/**
 * What each start makes of the points on the stage: before anything has trained worked out on the page, as is a step
 * that the scrubber looks back at; else by the newest answer of the worker. Each names the step of its start.
 */
import type { Bench } from '../../../lab-page/bench';
import { isTrained } from '../../../lab-page/training/use-live-answers';
import { initialWeights } from '../../../math/initial-weights';
import { gridXs } from '../../../math/sine-tasks';
import { curvesOf, gridYs } from '../../../math/start-adaptation';
import { meanSquaredError } from '../../../math/start-network';
import type { ExperimentSpec } from '../../../spec/experiment-spec';
import { type StartId, startNetwork } from '../../../spec/start-network';
import { shownNetworks } from '../../../store/experiment-state';
import type { MetaLearningState } from '../parameters';
import { type ShownPoints, shownPoints } from '../points/shown-points';

type Stores = Pick<Bench, 'lab' | 'experiment'>;

export type Adaptation = {
  /** Of the start. */
  readonly step: number;
  /** [33, 100] and [33]; see spec/answer. */
  readonly curves: Float32Array;
  readonly onPoints: Float32Array;
  /** The points that it was asked about, x and y of each in turn. */
  readonly input: Float32Array;
};

/** All starts begin alike. */
export function firstStart(seed: number): Float32Array {
  const [weights = new Float32Array(0)] = initialWeights(startNetwork('random'), seed);
  return weights;
}

export const stateOf = ({ lab }: Pick<Bench, 'lab'>) => lab.getState().state as MetaLearningState;

type Made = { readonly key: readonly unknown[]; readonly adaptation: Adaptation };
const made = new Map<string, Made>();

/** From this start, on the page; the same object as long as nothing has changed. */
function fromStart(
  name: string,
  start: Float32Array,
  step: number,
  input: Float32Array,
  rate: number,
): Adaptation {
  const key = [start, step, input, rate];
  const before = made.get(name);
  if (before?.key.every((part, at) => part === key[at])) return before.adaptation;
  const adaptation = { step, input, ...curvesOf(start, input, rate) };
  made.set(name, { key, adaptation });
  return adaptation;
}

const starts = new Map<number, Float32Array>();
/** The newest answers of each experiment: they stand until there are newer ones. */
const known = new WeakMap<ExperimentSpec, Map<StartId, Adaptation>>();

function answersOf(spec: ExperimentSpec | null): Map<StartId, Adaptation> {
  const answers = (spec && known.get(spec)) ?? new Map<StartId, Adaptation>();
  if (spec) known.set(spec, answers);
  return answers;
}

/** Null while a trained start has not answered yet. */
export function adaptationOf(stores: Stores, id: StartId): Adaptation | null {
  const state = stateOf(stores);
  const { input } = shownPoints(state);
  const now = stores.experiment.getState();
  if (!isTrained(now, id)) {
    const start = starts.get(state.seed) ?? firstStart(state.seed);
    starts.set(state.seed, start);
    return fromStart('first', start, 0, input, state.rate);
  }
  const watched = now.scrub === null ? undefined : shownNetworks(now)[id];
  if (watched) return fromStart(id, watched.kernels, watched.step, input, state.rate);
  const answers = answersOf(now.spec);
  const answer = now.prediction?.networks[id];
  const before = answers.get(id);
  if (now.prediction && answer?.kind === 'curves' && answer.curves !== before?.curves)
    answers.set(id, { ...answer, input: now.prediction.input });
  const newest = answers.get(id);
  // After a reset what was said of later steps does not hold.
  return newest && newest.step <= (now.networks[id]?.step ?? 0) ? newest : null;
}

/** Whether it is about these very points. */
export const isAbout = ({ input: asked }: Adaptation, { input }: ShownPoints): boolean =>
  asked.length === input.length && asked.every((value, at) => value === input[at]);

/** [100] of one of the curves. */
export const curveAt = ({ curves }: Adaptation, steps: number): Float32Array =>
  curves.subarray(steps * gridXs.length, (steps + 1) * gridXs.length);

/** Where the error is measured: all along the wave, or on the points where they are the learner's own. */
export type ErrorOf = { readonly error: number; readonly on: 'wave' | 'points' };

export function errorAfter(adaptation: Adaptation, { wave }: ShownPoints, steps: number): ErrorOf {
  if (!wave) return { error: adaptation.onPoints[steps] ?? Number.NaN, on: 'points' };
  return { error: meanSquaredError(curveAt(adaptation, steps), gridYs({ wave })), on: 'wave' };
}

/** Waves reach 5: an error of this size is of steps that went the wrong way, each farther than the one before. */
const RUNAWAY = 1000;
export const hasRunAway = ({ error }: ErrorOf): boolean => !(error < RUNAWAY);
