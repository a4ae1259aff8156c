/** From a network's record to the points of its curves, and what the curves add up to. */
import type { NetworkRecord } from '../../store/network-record';
import type { CurvePoint } from '../../views/learning-curves';
import type { Tally } from '../../worker/messages';

type Evaluation = NetworkRecord['evaluations'][number];

export const shareOf = (tally: Tally): number => (tally.total > 0 ? tally.correct / tally.total : 0);

/** Accuracy at each evaluated step, ascending. Of two evaluations at one step the larger one counts. */
export function accuracyPoints(evaluations: readonly Evaluation[], set: 'test' | 'train'): CurvePoint[] {
  const byStep = new Map<number, Tally>();
  for (const evaluation of evaluations) {
    const known = byStep.get(evaluation.step);
    if (!known || known.total <= evaluation[set].total) byStep.set(evaluation.step, evaluation[set]);
  }
  return [...byStep].sort(([a], [b]) => a - b).map(([step, tally]) => ({ step, value: shareOf(tally) }));
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

/** The newest evaluation, the larger of two at one step; null before the first. */
export function newestEvaluation(evaluations: readonly Evaluation[]): Evaluation | null {
  let newest: Evaluation | null = null;
  for (const evaluation of evaluations)
    if (
      !newest ||
      evaluation.step > newest.step ||
      (evaluation.step === newest.step && evaluation.test.total >= newest.test.total)
    )
      newest = evaluation;
  return newest;
}

/** First evaluated step at which the held-out accuracy was at least `accuracy`, or null. */
export function stepToReach(evaluations: readonly Evaluation[], accuracy: number): number | null {
  return accuracyPoints(evaluations, 'test').find((point) => point.value >= accuracy)?.step ?? null;
}
