/** The stage: both networks read one sequence and train on the same batches, and the question to answer before. */
import { useBench } from '../../lab-page/bench';
import { NetworkStage } from '../../lab-page/networks/network-stage';
import { useLiveAnswers } from '../../lab-page/training/use-live-answers';
import { useWatch } from '../../lab-page/training/use-watch';
import { sequenceTasks } from '../../spec/sequence-tasks';
import type { RecurrentState } from './parameters';
import { RecurrentCard } from './recurrent-card';
import { stageInput } from './recurrent-input';
import { RecurrentNarrator } from './recurrent-narrator';
import { RecurrentQuestion } from './recurrent-question';
import { useRecurrent } from './use-recurrent';
import './recurrent.css';

export function RecurrentStage() {
  const bench = useBench();
  const task = useRecurrent((state) => state.data);
  useWatch(0, sequenceTasks[task].hidden);
  useLiveAnswers(() => stageInput(bench.lab.getState().state as RecurrentState));
  return (
    <NetworkStage
      card={(card) => <RecurrentCard {...card} />}
      narrator={(shown) => <RecurrentNarrator shown={shown} />}
    >
      <RecurrentQuestion key={task} />
    </NetworkStage>
  );
}
