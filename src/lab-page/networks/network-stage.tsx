/**
 * A stage with a card for each network: two side by side where there is room and Compare is on, else that of the
 * switch. Below them what happens in a sentence; on a phone, where the foot of a card is below the fold, what slow
 * mode tells stands above the picture.
 */
import { Fragment, type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../bench';
import { narrationOf } from '../training/narration';
import { useWidth } from '../use-width';
import './networks.css';

/** The networks of a stage with two cards. */
export type CardNetwork = 'shared' | 'independent';

export type CardProps = {
  readonly network: CardNetwork;
  /** The switch is on this network. */
  readonly chosen: boolean;
  /** The only card: a flip of the switch changes its network before the learner's eyes. */
  readonly alone: boolean;
  /** What slow mode tells, above the picture. */
  readonly told?: ReactNode;
};

const BOTH: readonly CardNetwork[] = ['shared', 'independent'];
/** Narrower stages show one card at a time. */
const TWO_CARDS = 740;

export function NetworkStage(props: {
  readonly card: (card: CardProps) => ReactNode;
  /** `shown`: whether both cards are. */
  readonly narrator: (shown: 'both' | 'chosen') => ReactNode;
  /** What can be chosen for the cards, beside the sentence. */
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}) {
  const bench = useBench();
  const sharing = useStore(bench.lab, ({ state }) => (state.sharing === 'shared' ? 'shared' : 'independent'));
  const compare = useStore(bench.lab, ({ state }) => state.compare === true);
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const both = compare && width >= TWO_CARDS;
  const slow = useStore(narrationOf(bench), ({ speed }) => speed === 'slow');
  const tellAbove = slow && width < TWO_CARDS;
  return (
    <div ref={stage} className="network-stage">
      <div className={`network-cards ${both ? 'network-cards-two' : ''}`}>
        {both ? (
          BOTH.map((network) => (
            <Fragment key={network}>
              {props.card({ network, chosen: sharing === network, alone: false })}
            </Fragment>
          ))
        ) : (
          <Fragment key="alone">
            {props.card({
              network: sharing,
              chosen: true,
              alone: true,
              told: tellAbove ? props.narrator('chosen') : null,
            })}
          </Fragment>
        )}
      </div>
      {(!tellAbove || props.tools) && (
        <div className="network-foot">
          {!tellAbove && props.narrator(both ? 'both' : 'chosen')}
          {props.tools}
        </div>
      )}
      {props.children}
    </div>
  );
}
