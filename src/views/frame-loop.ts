/**
 * The one animation frame loop of the page: a callback asked for several times draws once per frame. When a
 * frame has used up its share, the drawings left go first in the next one, so that no frame is late because
 * many views changed at once. It also sums our own work per frame, so that the budget can be measured.
 */
export type FrameLoop = {
  /** Runs `draw` in the next frame; asking again with the same `draw` before that changes nothing. */
  readonly request: (draw: (time: number) => void) => void;
  readonly cancel: (draw: (time: number) => void) => void;
  /** Our own milliseconds in each of the last frames that had work (newest last, at most 600). */
  readonly workTimes: () => readonly number[];
};

const KEPT_TIMES = 600;
/** Milliseconds after which a frame starts no further drawing. */
const SHARE = 2;

export function createFrameLoop(host: {
  requestAnimationFrame: (callback: (time: number) => void) => number;
  performance: { now: () => number };
}): FrameLoop {
  const waiting = new Set<(time: number) => void>();
  let scheduled = false;
  const times: number[] = [];

  function schedule() {
    if (scheduled) return;
    scheduled = true;
    host.requestAnimationFrame(frame);
  }

  function frame(time: number) {
    scheduled = false;
    const start = host.performance.now();
    // Only what waited when the frame began: a drawing that asks again is drawn in the next frame.
    for (const draw of [...waiting]) {
      if (!waiting.delete(draw)) continue;
      draw(time);
      if (host.performance.now() - start > SHARE) break;
    }
    times.push(host.performance.now() - start);
    if (times.length > KEPT_TIMES) times.shift();
    if (waiting.size > 0) schedule();
  }

  return {
    request(draw) {
      waiting.add(draw);
      schedule();
    },
    cancel: (draw) => void waiting.delete(draw),
    workTimes: () => times,
  };
}
