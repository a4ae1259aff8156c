/**
 * The one animation frame loop of the page: a callback asked for several times draws once per frame.
 * It also sums our own work per frame, so that the frame budget can be measured in the running app.
 */
export type FrameLoop = {
  /** Runs `draw` in the next frame; asking again with the same `draw` before that changes nothing. */
  readonly request: (draw: (time: number) => void) => void;
  readonly cancel: (draw: (time: number) => void) => void;
  /** Our own milliseconds in each of the last frames that had work (newest last, at most 600). */
  readonly workTimes: () => readonly number[];
};

const KEPT_TIMES = 600;

export function createFrameLoop(host: {
  requestAnimationFrame: (callback: (time: number) => void) => number;
  performance: { now: () => number };
}): FrameLoop {
  let waiting = new Set<(time: number) => void>();
  let scheduled = false;
  const times: number[] = [];

  function frame(time: number) {
    scheduled = false;
    const draws = waiting;
    waiting = new Set();
    const start = host.performance.now();
    for (const draw of draws) draw(time);
    times.push(host.performance.now() - start);
    if (times.length > KEPT_TIMES) times.shift();
  }

  return {
    request(draw) {
      waiting.add(draw);
      if (scheduled) return;
      scheduled = true;
      host.requestAnimationFrame(frame);
    },
    cancel: (draw) => void waiting.delete(draw),
    workTimes: () => times,
  };
}
