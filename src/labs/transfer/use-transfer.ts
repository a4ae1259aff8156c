/** The public state of Transfer, typed: read a part of it, or set some keys. */
import { useStore } from 'zustand';
import { useBench } from '../../lab-page/bench';
import type { TransferState } from './parameters';

/** Part of the state; re-renders when that part changes. */
export function useTransfer<Part>(select: (state: TransferState) => Part): Part {
  return useStore(useBench().lab, (store) => select(store.state as TransferState));
}

/** Sets keys; values are checked against the table. */
export function useSetTransfer(): (part: Partial<TransferState>) => void {
  const { lab } = useBench();
  return (part) => lab.getState().set(part);
}
