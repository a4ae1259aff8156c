/** The public state of the Convolution lab, typed: read a part of it, or set some keys. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import type { ConvolutionState } from './parameters';

/** Part of the state; re-renders when that part changes. */
export function useConvolution<Part>(select: (state: ConvolutionState) => Part): Part {
  return useStore(useBench().lab, (store) => select(store.state as ConvolutionState));
}

/** Sets keys; values are checked against the table. */
export function useSetConvolution(): (part: Partial<ConvolutionState>) => void {
  const { lab } = useBench();
  return (part) => lab.getState().set(part);
}
