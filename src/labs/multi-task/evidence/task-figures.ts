/** What the charts of both tasks say, in numbers: newest held-out accuracies, shares from 0 to 1, and angles, degrees. */
import { percent, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { type MultiTaskId, multiTaskIds } from '../../../spec/multi-task-network';
import type { ExperimentState } from '../../../store/experiment-state';
import { accuracyOf } from '../../../store/network-record';
import { angleCurve } from './angle-curve';

type Angles = {
  readonly step: number;
  readonly now: number;
  readonly least: number;
  readonly most: number;
};

export type TaskFigures = {
  readonly id: MultiTaskId;
  /** Of the newest evaluation. */
  readonly step: number;
  readonly first: number | null;
  readonly second: number | null;
  /** At the recorded steps; null: none is known, or each task moves its own trunk. */
  readonly angles: Angles | null;
};

/** In the order of the switch. */
export function taskFigures({
  networks,
  frames,
}: Pick<ExperimentState, 'networks' | 'frames'>): readonly TaskFigures[] {
  return multiTaskIds.map((id) => {
    const newest = networks[id]?.evaluations.at(-1);
    const digits = newest?.others?.[0]?.test;
    return {
      id,
      step: newest?.step ?? 0,
      first: digits ? accuracyOf(digits) : null,
      second: newest ? accuracyOf(newest.test) : null,
      angles: id === 'separate' ? null : anglesOf(frames, id),
    };
  });
}

function anglesOf(frames: ExperimentState['frames'], id: MultiTaskId): Angles | null {
  const points = angleCurve(frames, id);
  const last = points.at(-1);
  if (!last) return null;
  const values = points.map(({ value }) => value);
  return { step: last.step, now: last.value, least: Math.min(...values), most: Math.max(...values) };
}

/** The charts of the angle and of task A in sentences. */
export function taskSentences(
  figures: readonly TaskFigures[],
  { multiTaskMore: words, labPage }: Pick<Messages, 'multiTaskMore' | 'labPage'>,
): string {
  const sentences = figures.flatMap(({ id, step, first, angles }) => [
    ...(first === null ? [] : [words.firstTask(labPage.networks[id], whole(step), percent(first))]),
    ...(angles
      ? [
          words.angleText(
            labPage.networks[id],
            whole(angles.step),
            whole(angles.now),
            whole(angles.least),
            whole(angles.most),
          ),
        ]
      : []),
  ]);
  return sentences.join(' ') || words.nothingMeasured;
}
