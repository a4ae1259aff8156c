/**
 * The way from one map to the next: when the picture to draw has another map than the one drawn last, tiles and threads
 * regroup before the learner's eyes; with reduced motion at once.
 */
import { useEffect, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import { useBench } from '../../../lab-page/bench';
import { reducedMotion } from '../../../lab-page/training/narration';
import type { FrameLoop } from '../../../views/frame-loop';
import type { Regroup } from '../../../views/tie-map-motion';
import type { TieMapPicture } from '../../../views/tie-map-picture';

const MILLISECONDS = 750;
const eased = (part: number) => part * part * (3 - 2 * part);

function createRegroup(frameLoop: FrameLoop) {
  const store = createStore<{ readonly regroup: Regroup | null }>(() => ({ regroup: null }));
  let last: Pick<Regroup, 'before' | 'labels'> | null = null;
  let began: number | null = null;

  function tick(time: number) {
    const { regroup } = store.getState();
    if (!regroup) return;
    began ??= time;
    const part = Math.min(1, (time - began) / MILLISECONDS);
    store.setState({ regroup: part < 1 ? { ...regroup, progress: eased(part) } : null });
    if (part < 1) frameLoop.request(tick);
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    /** What is drawn now; the way to it, while it is under way. labels: [256] as the cells are numbered. */
    toward(picture: TieMapPicture, labels: readonly number[]): Regroup | null {
      const before = last;
      last = { before: picture, labels };
      if (before && before.before.groupOf !== picture.groupOf && !reducedMotion()) {
        began = null;
        store.setState({ regroup: { ...before, progress: 0 } });
        frameLoop.request(tick);
      }
      return store.getState().regroup;
    },
    stop: () => frameLoop.cancel(tick),
  };
}

export function useRegroup() {
  const { frameLoop } = useBench();
  const [regroup] = useState(() => createRegroup(frameLoop));
  useEffect(() => regroup.stop, [regroup]);
  return regroup;
}
