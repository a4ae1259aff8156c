/**
 * A store as the page sees it: readable and observable, changed only by its own actions. The actions stand
 * on the store and in its state alike, so that `store.run()` and a selector both reach them.
 */
import type { StoreApi } from 'zustand/vanilla';

export type ReadableStore<State> = {
  getState(): State;
  getInitialState(): State;
  /** Calls back after each change. Returns the end of the subscription. */
  subscribe(listener: (state: State, previous: State) => void): () => void;
};

export type ActiveStore<State, Actions> = ReadableStore<State & Actions> & Actions;

export function withActions<Whole, Actions>(
  { getState, getInitialState, subscribe }: StoreApi<Whole>,
  actions: Actions,
): ReadableStore<Whole> & Actions {
  return { getState, getInitialState, subscribe, ...actions };
}
