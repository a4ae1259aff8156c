/**
 * Runs inside the page, before its own scripts: records the gaps between animation frames, the time of each of
 * the page's animation frame callbacks, its long tasks and what the app's frame loop says of its work, all in
 * milliseconds. `frameWatch.take()` hands over what was recorded since the last time.
 */
export function watchFrames() {
  const ask = window.requestAnimationFrame.bind(window);
  const empty = () => ({ gaps: [], callbacks: [], longTasks: [] });
  let seen = empty();

  window.requestAnimationFrame = (callback) =>
    ask((time) => {
      const start = performance.now();
      try {
        callback(time);
      } finally {
        seen.callbacks.push(performance.now() - start);
      }
    });

  let last = null;
  function tick(time) {
    if (last !== null) seen.gaps.push(time - last);
    last = time;
    ask(tick);
  }
  ask(tick);

  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });

  window.frameWatch = {
    take() {
      const taken = seen;
      seen = empty();
      // The app's own list of its last 600 frames: emptied, so that the next recording begins at its beginning.
      const work = window.tied?.frameWork().splice(0) ?? [];
      return { ...taken, work };
    },
  };
}
