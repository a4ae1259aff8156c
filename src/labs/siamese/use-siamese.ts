/** The public state of the Siamese lab, typed: read a part of it, or set some keys. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import type { SiameseState } from './parameters';

/** Part of the state; re-renders when that part changes. */
export function useSiamese<Part>(select: (state: SiameseState) => Part): Part {
  return useStore(useBench().lab, (store) => select(store.state as SiameseState));
}

/** Sets keys; values are checked against the table. */
export function useSetSiamese(): (part: Partial<SiameseState>) => void {
  const { lab } = useBench();
  return (part) => lab.getState().set(part);
}
