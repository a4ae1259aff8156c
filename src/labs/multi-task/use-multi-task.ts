/** The public state of the multi-task lab, typed: read a part of it, or set some keys. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import type { MultiTaskState } from './parameters';

/** Part of the state; re-renders when that part changes. */
export function useMultiTask<Part>(select: (state: MultiTaskState) => Part): Part {
  return useStore(useBench().lab, (store) => select(store.state as MultiTaskState));
}

/** Sets keys; values are checked against the table. */
export function useSetMultiTask(): (part: Partial<MultiTaskState>) => void {
  const { lab } = useBench();
  return (part) => lab.getState().set(part);
}
