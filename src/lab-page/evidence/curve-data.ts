/** From a network's record to the points of its curves. */
import type { ExperimentState } from '../../store/experiment-state';
import { accuracyOf, type Evaluation } from '../../store/network-record';
import type { CurvePoint } from '../../views/learning-curves';

/** Accuracy at each evaluated step, 0 to 1, ascending in steps. */
export function accuracyPoints(evaluations: readonly Evaluation[], set: 'test' | 'train'): CurvePoint[] {
  return evaluations.map((evaluation) => ({
    step: evaluation.step,
    value: accuracyOf(evaluation[set]) ?? 0,
  }));
}

/** Held-out accuracy in another task, from 1, at each step at which it was counted. */
export function otherTaskPoints(evaluations: readonly Evaluation[], task: number): CurvePoint[] {
  return evaluations.flatMap(({ step, others }) => {
    const counted = others?.[task - 1]?.test;
    return counted ? [{ step, value: accuracyOf(counted) ?? 0 }] : [];
  });
}

/** The fewest and the most examples that a point of any network was measured on, or null where there is none. */
export function rangeOf(
  networks: ExperimentState['networks'],
  set: 'test' | 'train',
): { readonly least: number; readonly most: number } | null {
  const totals = Object.values(networks).flatMap(({ evaluations }) =>
    evaluations.map((evaluation) => evaluation[set].total),
  );
  return totals.length > 0 ? { least: Math.min(...totals), most: Math.max(...totals) } : null;
}

/** Mean batch loss over consecutive bins, so that a chart never carries more than `most` points. */
export function lossPoints(losses: readonly number[], most = 160): CurvePoint[] {
  const bin = Math.max(1, Math.ceil(losses.length / most));
  const points: CurvePoint[] = [];
  for (let start = 0; start < losses.length; start += bin) {
    const part = losses.slice(start, start + bin);
    points.push({
      step: start + part.length,
      value: part.reduce((sum, loss) => sum + loss, 0) / part.length,
    });
  }
  return points;
}
