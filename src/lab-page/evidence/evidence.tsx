/** The evidence strip: curves of every network on the bench, what they cost, what they took to get there. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { useMessages } from '../../ui/messages-context';
import { useBench } from '../bench';
import { CostTable } from './cost-table';
import { AccuracyCurves, LossCurves, TrainingCurves } from './curves';
import './evidence.css';
import { resultsSentence } from './results-sentence';

export function Evidence() {
  const { evidence } = useMessages();
  const [target, setTarget] = useState(0.5);
  return (
    <section className="evidence card" aria-label={evidence.title}>
      <div className="evidence-charts">
        <AccuracyCurves target={target} />
        <TrainingCurves />
        <LossCurves />
      </div>
      <CostTable target={target} onTarget={setTarget} />
      <EvidenceSummary />
    </section>
  );
}

/** What the curves say, for those who do not see them. */
function EvidenceSummary() {
  const { experiment } = useBench();
  const messages = useMessages();
  const sentence = useStore(experiment, (store) => resultsSentence(store.networks, messages));
  return <p className="visually-hidden">{sentence || messages.evidence.notYet}</p>;
}
