/**
 * Where the threads of a single card lead: 0 all into the one sum, 1 each to its own kernel. A flip of the switch
 * takes it from one to the other; with reduced motion at once.
 */
import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { useBench } from '../bench';
import { reducedMotion } from './narration';

const MILLISECONDS = 750;
const eased = (part: number) => part * part * (3 - 2 * part);

export type Routing = ReturnType<typeof useRouting>;

/** `fixed`: a card that always shows this network, so nothing moves. */
export function useRouting(network: 'shared' | 'independent', fixed: boolean) {
  const { frameLoop } = useBench();
  const target = network === 'shared' ? 0 : 1;
  const [store] = useState(() => createStore(() => ({ routing: target })));
  useEffect(() => {
    const start = store.getState().routing;
    if (start === target) return;
    if (fixed || reducedMotion()) return store.setState({ routing: target });
    let first: number | null = null;
    const tick = (time: number) => {
      first ??= time;
      const part = Math.min(1, (time - first) / MILLISECONDS);
      store.setState({ routing: part === 1 ? target : start + (target - start) * eased(part) });
      if (part < 1) frameLoop.request(tick);
    };
    frameLoop.request(tick);
    return () => frameLoop.cancel(tick);
  }, [store, frameLoop, target, fixed]);
  return store;
}
