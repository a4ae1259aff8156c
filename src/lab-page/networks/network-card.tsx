/** The card of one network: its name and what it says, its picture, and the line that says whether the sum is right. */
import { type ReactNode, type RefObject, useId } from 'react';
import { whole } from '../../i18n/format';
import type { NetworkId } from '../../spec/network-id';
import { shownStepOf } from '../../store/experiment-state';
import { useMessages } from '../../ui/messages-context';
import { networkLook } from '../../views/network-look';
import { useBench } from '../bench';

export function NetworkCard(props: {
  readonly network: NetworkId;
  readonly chosen: boolean;
  /** Beside the name. */
  readonly note: string;
  /** Step of the picture, said where it is another than the one looked at; null before training. */
  readonly step: number | null;
  /** What the network says, at the right. */
  readonly verdict?: ReactNode;
  /** All of it in words, for those who do not see the picture. */
  readonly summary: string;
  readonly told?: ReactNode;
  /** Around the picture; its width is what a layout is made for. */
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Of the picture, CSS pixels. */
  readonly height: number;
  readonly line: string;
  /** What was computed twice is not the same. */
  readonly differs: boolean;
  /** Slow mode has not come to the line. */
  readonly toCome: boolean;
  /** The picture and the controls that lie on it. */
  readonly children: ReactNode;
}) {
  const { network, step } = props;
  const { tone } = networkLook[network];
  const { labPage, training } = useMessages();
  const { experiment } = useBench();
  const title = useId();
  // Read when the card is drawn, as its picture is.
  const behind = step !== null && step !== shownStepOf(experiment.getState());
  return (
    <figure
      className={`card network-card tone-${tone} ${props.chosen ? 'is-chosen' : ''}`}
      aria-labelledby={title}
    >
      <figcaption className="network-heading">
        <h2 id={title} className={tone}>
          {labPage.networks[network]}
        </h2>
        <span className="note number">
          {props.note}
          {behind && ` · ${training.atStep(whole(step))}`}
        </span>
        {props.verdict && <span className="network-verdict number">{props.verdict}</span>}
        <span className="visually-hidden">{props.summary}</span>
      </figcaption>
      {props.told}
      <div ref={props.frame} className="network-picture" style={{ height: props.height }}>
        {props.children}
      </div>
      <p
        className={`note network-line number ${props.differs ? 'network-differs' : ''} ${props.toCome ? 'is-to-come' : ''}`}
      >
        {props.line}
      </p>
    </figure>
  );
}
