/**
 * The stage: both networks read one sequence and train on the same batches. Two cards side by side where there is
 * room and Compare is on, else the chosen one; what happens in a sentence; and the question to answer before.
 */
import { useRef } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import { narrationOf } from '../../lab-page/training/narration';
import { useLiveAnswers } from '../../lab-page/training/use-live-answers';
import { useWatch } from '../../lab-page/training/use-watch';
import { useWidth } from '../../lab-page/use-width';
import { sequenceTasks } from '../../spec/sequence-tasks';
import type { RecurrentState } from './parameters';
import { RecurrentCard } from './recurrent-card';
import { stageInput } from './recurrent-input';
import { RecurrentNarrator } from './recurrent-narrator';
import { RecurrentQuestion } from './recurrent-question';
import { useRecurrent } from './use-recurrent';
import './recurrent.css';

/** Narrower stages show one card at a time. */
const TWO_CARDS = 740;

export function RecurrentStage() {
  const bench = useBench();
  const sharing = useRecurrent((state) => state.sharing);
  const compare = useRecurrent((state) => state.compare);
  const task = useRecurrent((state) => state.data);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const both = compare && width >= TWO_CARDS;
  // On a phone the foot of the card is below the fold: what is told stands above the picture.
  const slow = useStore(narrationOf(bench), (state) => state.speed === 'slow');
  const tellAbove = !both && slow && width < TWO_CARDS;

  useWatch(0, sequenceTasks[task].hidden);
  useLiveAnswers(() => stageInput(bench.lab.getState().state as RecurrentState));

  return (
    <div ref={stage} className="recurrent">
      <div className={`recurrent-cards ${both ? 'recurrent-cards-two' : ''}`}>
        {both ? (
          <>
            <RecurrentCard key="shared" network="shared" chosen={sharing === 'shared'} alone={false} />
            <RecurrentCard
              key="independent"
              network="independent"
              chosen={sharing === 'independent'}
              alone={false}
            />
          </>
        ) : (
          <RecurrentCard
            key="alone"
            network={sharing}
            chosen
            alone
            told={tellAbove ? <RecurrentNarrator shown="chosen" /> : null}
          />
        )}
      </div>
      {!tellAbove && <RecurrentNarrator shown={both ? 'both' : 'chosen'} />}
      <RecurrentQuestion key={task} />
    </div>
  );
}
