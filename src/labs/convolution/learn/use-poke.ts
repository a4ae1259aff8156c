/**
 * The poke: adds 0.5 to one weight of one copy in every network on the bench, then compares the checksums of all
 * copies before and after. Training pauses first, so that nothing else changes a weight in between.
 */
import { useEffect, useState } from 'react';
import { useBench } from '../../../lab-page/bench';
import { changedCopies, copiesOf } from '../../../views/copies-grid';
import type { LearnNetwork } from './first-pictures';
import { learnPicture } from './learn-pictures';
import { narrationOf } from './narration';

export const POKE = 0.5;

export type PokeOutcome = {
  readonly step: number;
  /** Changed copies by network; absent where the network was not poked. */
  readonly changed: Partial<Readonly<Record<LearnNetwork, readonly number[]>>>;
};

type Asked = { readonly site: number; readonly filter: number; readonly tap: number };
type Before = Partial<Record<LearnNetwork, readonly string[]>>;

export function usePoke() {
  const bench = useBench();
  const { experiment } = bench;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [outcome, setOutcome] = useState<PokeOutcome | null>(null);

  useEffect(() => {
    if (!asked) return;
    let before: Before | null = null;
    const networks = (): readonly LearnNetwork[] =>
      (['shared', 'independent'] as const).filter((network) => experiment.getState().bench.includes(network));
    const copies = (network: LearnNetwork) => {
      const { kernels, groupOf, groups } = learnPicture(bench, network);
      return copiesOf(kernels, groupOf, groups);
    };
    const follow = () => {
      const { target, step, failure } = experiment.getState();
      if (failure && before) return setAsked(null);
      if (target !== null) return;
      if (!before) {
        if (experiment.getState().scrub !== null) return experiment.scrubTo(null);
        before = Object.fromEntries(networks().map((network) => [network, copies(network)]));
        for (const network of networks()) experiment.poke(network, asked.site, asked.filter, asked.tap, POKE);
        return;
      }
      const seen = before;
      const changed = Object.fromEntries(
        networks().map((network) => [network, changedCopies(seen[network] ?? [], copies(network))]),
      );
      if (networks().some((network) => changed[network]?.length === 0)) return;
      setOutcome({ step, changed });
      setAsked(null);
    };
    narrationOf(bench).clear();
    const stop = experiment.subscribe(follow);
    if (experiment.getState().target !== null) experiment.pause();
    follow();
    return stop;
  }, [asked, bench, experiment]);

  // A step of training, a reset or a look back makes the comparison stale.
  useEffect(
    () =>
      experiment.subscribe(() => {
        const { step, scrub, changedByHand } = experiment.getState();
        setOutcome((last) =>
          last && (last.step !== step || scrub !== null || !changedByHand) ? null : last,
        );
      }),
    [experiment],
  );

  return { poking: asked !== null, outcome, poke: setAsked };
}
