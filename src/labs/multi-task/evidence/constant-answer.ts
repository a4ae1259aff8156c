/**
 * What the second task scores with one answer to all held-out digits, the one that is right most often: counted by the
 * engine from their right answers, which the survey brings.
 */
import { TASK_SURVEY_WIDTH } from '../../../spec/multi-task-network';
import type { ExperimentState } from '../../../store/experiment-state';

export type ConstantAnswer = {
  /** Class of the second task. */
  readonly answer: 0 | 1;
  /** Held-out digits of which it is right, 0 to 1. */
  readonly share: number;
};

/** Null until some network has been surveyed as a whole. */
export function constantAnswer({ surveys }: Pick<ExperimentState, 'surveys'>): ConstantAnswer | null {
  for (const { values } of Object.values(surveys)) {
    const [all, second] = [1, 2].map((column) => sumOf(values, column));
    if (!all || second === undefined) continue;
    const answer = 2 * second > all ? 1 : 0;
    return { answer, share: (answer === 1 ? second : all - second) / all };
  }
  return null;
}

/** NaN where a digit has not been measured. */
const sumOf = (values: Float32Array, column: number): number =>
  values.reduce((sum, value, at) => (at % TASK_SURVEY_WIDTH === column ? sum + value : sum), 0);
