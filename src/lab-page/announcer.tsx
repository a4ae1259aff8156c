/** The one polite live region of a lab page: a sentence when sharing is flipped and when training pauses. */
import { useEffect, useState } from 'react';
import { whole } from '../i18n/format';
import { networkCost } from '../math/cost';
import type { ExperimentState } from '../store/experiment-state';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';

export function Announcer() {
  const { lab, experiment } = useBench();
  const messages = useMessages();
  const [sentence, setSentence] = useState('');

  useEffect(() => {
    const parametersOf = (network: unknown) => {
      const spec = experiment.getState().spec?.networks.find(({ id }) => id === network);
      return spec ? whole(networkCost(spec).parameters) : '–';
    };
    /** Its code is that of the evidence strip, which has long arrived; where it has not, there is nothing to hear. */
    const tellResults = (state: ExperimentState) =>
      void import('./evidence/results-sentence').then(
        ({ resultsSentence }) => {
          const { status, step } = experiment.getState();
          if (status === 'idle' && step === state.step) setSentence(resultsSentence(state, messages));
        },
        () => undefined,
      );
    const stopFlip = lab.subscribe(({ state }, { state: before }) => {
      if (state.sharing === before.sharing) return;
      const words: Readonly<Record<string, (parameters: string, before: string) => string>> =
        messages.labPage.switched;
      const flipped = words[String(state.sharing)];
      if (flipped) setSentence(flipped(parametersOf(state.sharing), parametersOf(before.sharing)));
    });
    const stopPause = experiment.subscribe((state, before) => {
      // What was said of a run does not hold of the next.
      if (state.step === 0 && before.step > 0) setSentence('');
      if (before.status !== 'running' || state.status !== 'idle') return;
      tellResults(state);
    });
    return () => {
      stopFlip();
      stopPause();
    };
  }, [lab, experiment, messages]);

  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}
