/** The one polite live region of a lab page: a sentence when sharing is flipped and when training pauses. */
import { useEffect, useState } from 'react';
import type { ExperimentState } from '../store/experiment-state';
import { areFiguresIn } from '../store/figures';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';
import { switchedSentence } from './switched-sentence';

export function Announcer() {
  const { lab, labId, experiment } = useBench();
  const messages = useMessages();
  const [sentence, setSentence] = useState('');

  useEffect(() => {
    /** Its code is that of the evidence strip, which has long arrived; where it has not, there is nothing to hear. */
    const tellResults = (state: ExperimentState) =>
      void import('./evidence/results-sentence').then(
        ({ resultsSentence }) => {
          const { status, step } = experiment.getState();
          if (status === 'idle' && step === state.step) setSentence(resultsSentence(state, messages));
        },
        () => undefined,
      );
    /** Training has paused, and what came of it is not told. */
    let due = false;
    const stopFlip = lab.subscribe(({ state }, { state: before }) => {
      if (state.sharing === before.sharing) return;
      const change = { from: String(before.sharing), to: String(state.sharing) };
      setSentence(switchedSentence(labId, experiment.getState().spec, change, messages));
    });
    const stopPause = experiment.subscribe((state, before) => {
      // What was said of a run does not hold of the next.
      if (state.step === 0 && before.step > 0) setSentence('');
      if (state.status !== 'idle') due = false;
      else if (before.status === 'running') due = true;
      // The figures of the end come a moment after the pause.
      if (!due || !areFiguresIn(state)) return;
      due = false;
      tellResults(state);
    });
    return () => {
      stopFlip();
      stopPause();
    };
  }, [lab, labId, experiment, messages]);

  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}
