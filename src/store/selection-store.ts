/** What the pointer, the focus or a word of the explanation is on. */
import { createStore } from 'zustand/vanilla';
import { type ActiveStore, withActions } from './readable-store';

export type SelectionState = {
  /** Use site, 0-based: an output position of the convolution. */
  readonly site: number | null;
  /** Weight of the kernel, 0-based, row by row; the bias is the last. */
  readonly tap: number | null;
  /** Part of the stage that a word of the explanation lights up. */
  readonly part: string | null;
};

export type SelectionActions = {
  setSite(site: number | null): void;
  setTap(tap: number | null): void;
  setPart(part: string | null): void;
};

export type SelectionStore = ActiveStore<SelectionState, SelectionActions>;

export function createSelectionStore(): SelectionStore {
  const actions: SelectionActions = {
    setSite: (site) => store.setState({ site }),
    setTap: (tap) => store.setState({ tap }),
    setPart: (part) => store.setState({ part }),
  };
  const store = createStore<SelectionState & SelectionActions>(() => ({
    site: null,
    tap: null,
    part: null,
    ...actions,
  }));
  return withActions(store, actions);
}
