/** The evidence strip: curves of every network on the bench, what they cost, what they took to get there. */
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { NetworkRecord } from '../../store/network-record';
import { useMessages } from '../../ui/messages-context';
import type { Level } from '../../views/curve-plot';
import { useBench } from '../bench';
import type { CostNotes } from './cost-frame';
import { CostTable } from './cost-table';
import { AccuracyCurves, LossCurves, TrainingCurves } from './curves';
import './evidence.css';
import { resultsSentence } from './results-sentence';

export function Evidence(props: {
  /** A chart of the lab's own, before those that every lab has. */
  readonly first?: ReactNode;
  /** Held-out accuracy to reach, until the learner chooses one: well above a guess. */
  readonly target?: number;
  /** Accuracy of who learns nothing, drawn as a line of that name. */
  readonly guess?: Level | null;
  /** What is said of the costs, where the networks differ in something else than sharing. */
  readonly costs?: CostNotes;
}) {
  const { first } = props;
  const { evidence } = useMessages();
  const [chosen, setTarget] = useState<number | null>(null);
  const target = chosen ?? props.target ?? 0.5;
  return (
    <section className="evidence card" aria-label={evidence.title} data-shown={useShown()}>
      <div className={`evidence-charts ${first ? 'evidence-charts-four' : ''}`}>
        {first}
        <AccuracyCurves target={target} guess={props.guess ?? null} />
        <TrainingCurves />
        <LossCurves />
      </div>
      <CostTable target={target} onTarget={setTarget} notes={props.costs} />
      <EvidenceSummary />
    </section>
  );
}

/**
 * How far the curves reach, for tests and pictures that wait for the last figures: steps with a loss, step of the
 * newest evaluation and its held-out examples, the least over the bench.
 */
export function useShown(): string {
  const { experiment } = useBench();
  return useStore(experiment, ({ bench, networks }) => {
    const least = (of: (record: NetworkRecord) => number) =>
      Math.min(
        ...bench.map((network) => {
          const record = networks[network];
          return record ? of(record) : 0;
        }),
      );
    const losses = least((record) => record.losses.length);
    const step = least((record) => record.evaluations.at(-1)?.step ?? 0);
    const examples = least((record) => record.evaluations.at(-1)?.test.total ?? 0);
    return `${losses} losses, step ${step}, ${examples} examples`;
  });
}

/** What the curves say, for those who do not see them. */
export function EvidenceSummary() {
  const { experiment } = useBench();
  const messages = useMessages();
  const sentence = useStore(experiment, (store) => resultsSentence(store, messages));
  return <p className="visually-hidden">{sentence || messages.evidence.notYet}</p>;
}
