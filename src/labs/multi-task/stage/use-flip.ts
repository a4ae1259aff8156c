/**
 * A flip of the switch: the network that gives way, and how far it has. The kernels travel from its places to those of
 * the chosen one while one fades into the other; with reduced motion at once.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { useBench } from '../../../lab-page/bench';
import { reducedMotion } from '../../../lab-page/training/narration';
import type { MultiTaskId } from '../../../spec/multi-task-network';

const MILLISECONDS = 650;
const eased = (part: number) => part * part * (3 - 2 * part);

export type Flip = { readonly before: MultiTaskId | null; readonly progress: number };

const settled: Flip = { before: null, progress: 1 };

export function useFlip(network: MultiTaskId) {
  const { frameLoop } = useBench();
  const [store] = useState(() => createStore<Flip>(() => settled));
  const last = useRef(network);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = network;
    if (before === network) return;
    if (reducedMotion()) return store.setState(settled);
    let first: number | null = null;
    const tick = (time: number) => {
      first ??= time;
      const part = Math.min(1, (time - first) / MILLISECONDS);
      store.setState(part === 1 ? settled : { before, progress: eased(part) });
      if (part < 1) frameLoop.request(tick);
    };
    store.setState({ before, progress: 0 });
    frameLoop.request(tick);
    return () => {
      frameLoop.cancel(tick);
      store.setState(settled);
    };
  }, [store, frameLoop, network]);
  return store;
}
