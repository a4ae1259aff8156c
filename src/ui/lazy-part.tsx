/** Parts of the page that nobody sees at first: fetched when the page is idle, at the latest when they are shown. */
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';

const IDLE_AFTER = 1200; // ms, for browsers that do not tell when they are idle

export function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 4000 });
  else setTimeout(task, IDLE_AFTER);
}

/**
 * `Part` is fetched when it is first rendered, `LaterPart` shows nothing until the page is idle, `prefetch`
 * fetches ahead of time. A failure to fetch shows when the part is shown.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Loaded = lazy(() => load().then((component) => ({ default: component })));
  const Part = (props: Props) => (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
  function LaterPart(props: Props) {
    const [due, setDue] = useState(false);
    useEffect(() => whenIdle(() => setDue(true)), []);
    return due && <Part {...props} />;
  }
  return {
    Part,
    LaterPart,
    prefetch: () => whenIdle(() => load().catch(() => undefined)),
  };
}
