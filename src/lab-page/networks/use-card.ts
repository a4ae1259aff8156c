/** What every card of a network follows: the flip of the switch, the told step, the step that is looked at. */
import { useStore } from 'zustand';
import { sumIsTold } from '../../views/step-phase';
import { useBench } from '../bench';
import { narrationOf } from '../training/narration';
import { type Routing, useRouting } from '../training/use-routing';
import type { CardNetwork, CardProps } from './network-stage';

export function useCard({ network: wanted, alone }: Pick<CardProps, 'network' | 'alone'>): {
  /** 0: the threads lead to what is shared, 1: each to its own. */
  readonly routing: Routing;
  /** While a flip re-routes the threads, the words around the picture change when the picture does. */
  readonly network: CardNetwork;
  /** Told step by step, the sum and its check come with the third phase. */
  readonly sumKnown: boolean;
} {
  const routing = useRouting(wanted, !alone);
  const network = useStore(routing, (state): CardNetwork => (state.routing < 0.5 ? 'shared' : 'independent'));
  const sumKnown = useStore(narrationOf(useBench()), ({ phase }) => phase === null || sumIsTold(phase.name));
  return { routing, network, sumKnown };
}
