/** What the page remembers of one network's training: its curves and what it is watched for. Plain, immutable. */
import type { NetworkFrame, WatchedLayer } from '../worker/frames';
import type { Tallies, Tally } from '../worker/messages';

export type Evaluation = {
  readonly step: number;
  readonly test: Tally;
  readonly train: Tally;
  /** On all examples there are, not only the first 500. */
  readonly full?: boolean;
  /** Of the other tasks, in order; only where there are any. */
  readonly others?: readonly Tallies[];
};

export type NetworkRecord = {
  readonly step: number;
  /** Mean batch loss; index i belongs to step i + 1. */
  readonly losses: readonly number[];
  /** In the order of their steps, one for each. */
  readonly evaluations: readonly Evaluation[];
  /** Median wall time of the last 50 training steps, ms. */
  readonly msPerStep: number | null;
  readonly watched: WatchedLayer | null;
};

export const emptyRecord: NetworkRecord = {
  step: 0,
  losses: [],
  evaluations: [],
  msPerStep: null,
  watched: null,
};

/** With these losses as those of the steps up to `step`; what was known of later steps goes. */
export function withLosses(record: NetworkRecord, step: number, losses: Float32Array): NetworkRecord {
  return { ...record, losses: [...record.losses.slice(0, step - losses.length), ...losses] };
}

export function withFrame(record: NetworkRecord, frame: NetworkFrame): NetworkRecord {
  return {
    ...withLosses(record, frame.step, frame.losses),
    step: frame.step,
    msPerStep: frame.msPerStep,
    watched: frame.watched ?? record.watched,
  };
}

/** With this evaluation in its place; one of the same step is replaced. */
export function withEvaluation(record: NetworkRecord, evaluation: Evaluation): NetworkRecord {
  const others = record.evaluations.filter(({ step }) => step !== evaluation.step);
  const evaluations = [...others, evaluation].sort((one, other) => one.step - other.step);
  return { ...record, evaluations };
}

/** As it was at this step, if it has gone beyond it; what was watched later goes. */
export function cutAt(record: NetworkRecord, step: number): NetworkRecord {
  return {
    ...record,
    step: Math.min(record.step, step),
    losses: record.losses.slice(0, step),
    evaluations: record.evaluations.filter((evaluation) => evaluation.step <= step),
    watched: record.watched && record.watched.step > step ? null : record.watched,
  };
}

/** What came of it after this step, where another task began, whose steps count anew; null: nothing yet. */
export function sinceStep(record: NetworkRecord, step: number): NetworkRecord | null {
  if (record.step <= step) return null;
  return {
    ...record,
    step: record.step - step,
    losses: record.losses.slice(step),
    evaluations: record.evaluations
      .filter((evaluation) => evaluation.step > step)
      .map((evaluation) => ({ ...evaluation, step: evaluation.step - step })),
  };
}

/** Share of right answers, 0 to 1; null where nothing was counted, or there is no right and wrong. */
export function accuracyOf(tally: Tally): number | null {
  return tally.total > 0 && tally.error === undefined ? tally.correct / tally.total : null;
}

/** Share of wrong answers or, where there is no right and wrong, the mean squared error; null where it is no number. */
export function errorOf(tally: Tally): number | null {
  const { error } = tally;
  if (error !== undefined) return Number.isFinite(error) ? error : null;
  const accuracy = accuracyOf(tally);
  return accuracy === null ? null : 1 - accuracy;
}

/** First evaluated step with at least this held-out accuracy, 0 to 1, or null. */
export function stepsToReach(record: NetworkRecord, accuracy: number): number | null {
  const reached = record.evaluations.find(({ test }) => (accuracyOf(test) ?? -1) >= accuracy);
  return reached?.step ?? null;
}

/** Training accuracy minus held-out accuracy at the last evaluation, or null. */
export function gapOf(record: NetworkRecord): number | null {
  const last = record.evaluations.at(-1);
  if (!last) return null;
  const [train, test] = [accuracyOf(last.train), accuracyOf(last.test)];
  return train === null || test === null ? null : train - test;
}
