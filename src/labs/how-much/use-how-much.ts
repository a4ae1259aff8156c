/** The public state of How much to share, typed: read a part of it, or set some keys. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import type { HowMuchState } from './parameters';

/** Part of the state; re-renders when that part changes. */
export function useHowMuch<Part>(select: (state: HowMuchState) => Part): Part {
  return useStore(useBench().lab, (store) => select(store.state as HowMuchState));
}

/** Sets keys; values are checked against the table. */
export function useSetHowMuch(): (part: Partial<HowMuchState>) => void {
  const { lab } = useBench();
  return (part) => lab.getState().set(part);
}
