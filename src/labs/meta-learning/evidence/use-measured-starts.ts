/** What this run has measured of its starts at its end, in a sentence; null before, and where steps have run away. */
import { useStore } from 'zustand';
import { large, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { TEST_TASKS } from '../../../math/sine-tasks';
import { FEW_STEPS } from '../../../math/start-adaptation';
import { useMessages } from '../../../ui/messages-context';
import { errorAt, surveyedErrors } from './surveyed-errors';

export function useMeasuredStarts(): string | null {
  const { metaLearningLab: words, labPage } = useMessages();
  return useStore(useBench().experiment, ({ spec, bench, step, surveys }) => {
    if (!spec || step < spec.steps) return null;
    const told = bench.map((id) => {
      const measured = surveyedErrors(surveys[id]);
      const errors = measured?.step === step ? [errorAt(measured, 0), errorAt(measured, FEW_STEPS)] : [];
      const [before = Number.NaN, after = Number.NaN] = errors;
      return Number.isFinite(before + after)
        ? words.startErrors(labPage.networksInText[id], large(before), large(after))
        : null;
    });
    return told.includes(null)
      ? null
      : words.explanationAfter(whole(step), whole(TEST_TASKS), told.join('; '));
  });
}
