/** The transport where networks train: Run, Step, speed, Reset, and the scrubber over the recorded steps. */

import { useStore } from 'zustand';
import { addWords } from '../../i18n/catalogue';
import { training } from '../../i18n/en/training';
import { percent, whole } from '../../i18n/format';
import { isBehind } from '../../store/experiment-state';
import { useMessages } from '../../ui/messages-context';
import { useBench } from '../bench';
import type { Scrubber, TransportModel } from '../transport-model';
import { narrationOf } from './narration';

addWords({ training });

/** `onReset`: what else of the stage goes back to how it began. */
export function useTrainingTransport(onReset?: () => void): TransportModel {
  const bench = useBench();
  const { experiment } = bench;
  const narration = narrationOf(bench);
  const { training: words, labPage } = useMessages();
  const speed = useStore(narration, (state) => state.speed);
  const playing = useStore(narration, (state) => state.playing);
  const catchingUp = useStore(experiment, (state) => state.catchingUp !== null);
  const training = useStore(experiment, (state) => state.target !== null || state.catchingUp !== null);
  const behind = useStore(experiment, isBehind);
  const step = useStore(experiment, (state) => state.step);
  const stored = useStore(experiment, (state) => state.stored !== null);
  const steps = useStore(experiment, (state) => state.spec?.steps ?? 0);
  const waitingFor = useStore(experiment, ({ loading, status }) =>
    loading
      ? loading.attempt > 1
        ? labPage.loading.again(percent(loading.fraction), whole(loading.attempt))
        : labPage.loading[loading.what](percent(loading.fraction))
      : status === 'opening'
        ? labPage.opening
        : null,
  );
  const frames = useStore(experiment, (state) => state.frames);
  const scrub = useStore(experiment, (state) => state.scrub);
  const end = Math.max(1, Math.ceil(step / Math.max(1, steps))) * steps;
  const slow = speed === 'slow';
  const newest = frames.length - 1;
  const scrubber: Scrubber | null =
    newest < 1
      ? null
      : {
          label: words.scrubber,
          min: 0,
          max: newest,
          value: scrub ?? newest,
          describe: (index) => words.scrubbed(whole(frames[index]?.step ?? step)),
          set: (index) => experiment.scrubTo(index >= newest ? null : index),
          looksBack: true,
        };
  return {
    running: playing || catchingUp || (training && !slow),
    runLabel:
      step === 0 || stored
        ? words.run
        : steps > 0 && step % steps === 0 && !behind
          ? words.runAgain
          : words.goOn,
    run: slow ? narration.play : experiment.run,
    pause: () => {
      if (slow) narration.pause();
      if (!slow || catchingUp) experiment.pause();
    },
    step: slow ? narration.step : () => experiment.stepOnce(1),
    reset: () => {
      narration.clear();
      onReset?.();
      experiment.reset();
    },
    speed,
    setSpeed: narration.setSpeed,
    position: waitingFor ?? words.place(whole(step), whole(end)),
    scrubber,
  };
}
