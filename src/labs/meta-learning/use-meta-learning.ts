/** The public state of the Meta-learning lab, typed: read a part of it, or set some keys. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import type { MetaLearningState } from './parameters';

/** Part of the state; re-renders when that part changes. */
export function useMetaLearning<Part>(select: (state: MetaLearningState) => Part): Part {
  return useStore(useBench().lab, (store) => select(store.state as MetaLearningState));
}

/** Sets keys; values are checked against the table. */
export function useSetMetaLearning(): (part: Partial<MetaLearningState>) => void {
  const { lab } = useBench();
  return (part) => lab.getState().set(part);
}
