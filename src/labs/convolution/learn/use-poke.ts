/**
 * The poke: adds 0.5 to one weight of one copy in every network on the bench, then compares the checksums of all
 * copies before and after. Both are what the worker read around the poke itself, so nothing else can have changed
 * a weight in between.
 */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import type { Poked } from '../../../store/experiment-state';
import { changedCopies, copiesOf } from '../../../views/copies-grid';
import type { LearnNetwork } from './first-pictures';
import { tyings } from './learn-pictures';

export const POKE = 0.5;
const NETWORKS: readonly LearnNetwork[] = ['shared', 'independent'];

export type PokeOutcome = {
  /** Changed copies by network; absent where the network was not poked. */
  readonly changed: Partial<Readonly<Record<LearnNetwork, readonly number[]>>>;
};

type Asked = { readonly site: number; readonly filter: number; readonly tap: number };

function changedBy(network: LearnNetwork, poked: Poked): readonly number[] | null {
  const kernels = poked.networks[network];
  if (!kernels) return null;
  const { before, after } = kernels;
  const { groupOf, groups } = tyings[network];
  return changedCopies(copiesOf(before, groupOf, groups), copiesOf(after, groupOf, groups));
}

export function outcomeOf(poked: Poked): PokeOutcome {
  const entries = NETWORKS.flatMap((network) => {
    const changed = changedBy(network, poked);
    return changed ? [[network, changed] as const] : [];
  });
  return { changed: Object.fromEntries(entries) };
}

export function usePoke() {
  const bench = useBench();
  const { experiment } = bench;
  const poking = useStore(experiment, (state) => state.poking);
  const poked = useStore(experiment, (state) => (state.scrub === null ? state.poked : null));
  const outcome = useMemo(() => poked && outcomeOf(poked), [poked]);
  function poke({ site, filter, tap }: Asked) {
    narrationOf(bench).clear();
    const onBench = NETWORKS.filter((network) => experiment.getState().bench.includes(network));
    experiment.poke(onBench, site, filter, tap, POKE);
  }
  return { poking, outcome, poke };
}
