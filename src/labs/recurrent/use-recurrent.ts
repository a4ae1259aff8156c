/** The public state of the Recurrent lab, typed: read a part of it, or set some keys. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import type { RecurrentState } from './parameters';

/** Part of the state; re-renders when that part changes. */
export function useRecurrent<Part>(select: (state: RecurrentState) => Part): Part {
  return useStore(useBench().lab, (store) => select(store.state as RecurrentState));
}

/** Sets keys; values are checked against the table. */
export function useSetRecurrent(): (part: Partial<RecurrentState>) => void {
  const { lab } = useBench();
  return (part) => lab.getState().set(part);
}
