/** The one polite live region of a lab page: a sentence when sharing is flipped and when training pauses. */
import { useEffect, useState } from 'react';
import { whole } from '../i18n/format';
import { networkCost } from '../math/cost';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';
import { resultsSentence } from './evidence/results-sentence';

export function Announcer() {
  const { lab, experiment } = useBench();
  const { labPage, evidence } = useMessages();
  const [sentence, setSentence] = useState('');

  useEffect(() => {
    const parametersOf = (network: unknown) => {
      const spec = experiment.getState().spec?.networks.find(({ id }) => id === network);
      return spec ? whole(networkCost(spec).parameters) : '–';
    };
    const stopFlip = lab.subscribe(({ state }, { state: before }) => {
      if (state.sharing === before.sharing) return;
      const words: Readonly<Record<string, (parameters: string, before: string) => string>> =
        labPage.switched;
      const flipped = words[String(state.sharing)];
      if (flipped) setSentence(flipped(parametersOf(state.sharing), parametersOf(before.sharing)));
    });
    const stopPause = experiment.subscribe((state, before) => {
      // What was said of a run does not hold of the next.
      if (state.step === 0 && before.step > 0) setSentence('');
      if (before.status !== 'running' || state.status !== 'idle') return;
      setSentence(resultsSentence(state, { evidence, labPage }));
    });
    return () => {
      stopFlip();
      stopPause();
    };
  }, [lab, experiment, labPage, evidence]);

  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}
