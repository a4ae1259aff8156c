/** The evidence strip: curves of every network on the bench, what they cost, what they took to get there. */
import { useState } from 'react';
import { useStore } from 'zustand';
import { percent, whole } from '../../i18n/format';
import { useMessages } from '../../ui/messages-context';
import { useBench } from '../bench';
import { CostTable } from './cost-table';
import { newestEvaluation, shareOf } from './curve-data';
import { AccuracyCurves, LossCurves, TrainingCurves } from './curves';
import './evidence.css';

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

/** What the curves say, in sentences, for those who do not see them. */
function EvidenceSummary() {
  const { experiment } = useBench();
  const { evidence, labPage } = useMessages();
  const networks = useStore(experiment, (store) => store.networks);
  const sentences = Object.entries(networks).flatMap(([id, record]) => {
    const newest = record ? newestEvaluation(record.evaluations) : null;
    if (!newest) return [];
    const name = labPage.networks[id as keyof typeof labPage.networks];
    return [
      evidence.summary(
        name,
        whole(newest.step),
        percent(shareOf(newest.test)),
        percent(shareOf(newest.train)),
      ),
    ];
  });
  return <p className="visually-hidden">{sentences.join(' ') || evidence.notYet}</p>;
}
