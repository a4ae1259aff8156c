/**
 * What the survey of the test pairs says of each network, worked out once for the same numbers; and of the raw pixels,
 * which are the same whatever the networks have learned.
 */
import type { Bench } from '../../../lab-page/bench';
import {
  flippedShare,
  type MeasuredPairs,
  measuredPairs,
  type Separation,
  type SwapEffect,
  separationOf,
  swapEffect,
} from '../../../math/pair-survey';
import type { TowerNetwork } from '../../../views/tower-picture';

export type SurveyedPairs = {
  readonly pairs: MeasuredPairs;
  readonly separation: Separation;
  readonly effect: SwapEffect;
  readonly raw: Separation;
  /** Share of the verdicts that a swap changes, NaN without a threshold. */
  readonly flips: number;
  readonly threshold: number;
  readonly since: number;
  readonly step: number;
  readonly done: boolean;
};

type Figures = Pick<SurveyedPairs, 'pairs' | 'separation' | 'effect' | 'raw'>;
const known = new WeakMap<Float32Array, Figures | null>();

/** Null while nothing has been measured. */
export function surveyedPairs(
  { experiment }: Pick<Bench, 'experiment'>,
  id: TowerNetwork,
): SurveyedPairs | null {
  const { surveys, prediction } = experiment.getState();
  const survey = surveys[id];
  const figures = survey ? figuresOf(survey.values) : null;
  if (!survey || !figures) return null;
  const answer = prediction?.networks[id];
  const threshold = answer?.kind === 'pairs' ? answer.threshold : Number.NaN;
  const { since, step, done } = survey;
  return { ...figures, threshold, flips: flippedShare(figures.pairs, threshold), since, step, done };
}

function figuresOf(values: Float32Array): Figures | null {
  const before = known.get(values);
  if (before !== undefined) return before;
  const pairs = measuredPairs(values);
  const made = pairs && {
    pairs,
    separation: separationOf(pairs.ab),
    effect: swapEffect(pairs),
    raw: separationOf(pairs.raw),
  };
  known.set(values, made);
  return made;
}
