/** The survey of a start as one curve: mean squared error on the test waves after 0 to 32 steps. */
import { SURVEYED_STEPS } from '../../../math/start-adaptation';
import type { Surveyed } from '../../../store/experiment-state';

export type SurveyedErrors = {
  /** Of the start that was measured. */
  readonly step: number;
  /** After each of SURVEYED_STEPS; infinite where steps have run away. */
  readonly errors: readonly number[];
};

const known = new WeakMap<Float32Array, SurveyedErrors>();

/** Null while not every wave has been measured with one start. */
export function surveyedErrors(survey: Surveyed | undefined): SurveyedErrors | null {
  if (!survey?.done || survey.since !== survey.step) return null;
  const before = known.get(survey.values);
  if (before) return before;
  const width = SURVEYED_STEPS.length;
  const cells = survey.values.length / width;
  const errors = SURVEYED_STEPS.map((_, at) => {
    let sum = 0;
    for (let cell = 0; cell < cells; cell++) sum += survey.values[cell * width + at] ?? Number.NaN;
    return sum / cells;
  });
  const made = { step: survey.step, errors };
  known.set(survey.values, made);
  return made;
}

/** After so many steps, one of SURVEYED_STEPS. */
export const errorAt = ({ errors }: SurveyedErrors, steps: (typeof SURVEYED_STEPS)[number]): number =>
  errors[SURVEYED_STEPS.indexOf(steps)] ?? Number.NaN;
