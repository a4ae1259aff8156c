/** Parts of the page that nobody sees at first: fetched when the page is idle, at the latest when they are shown. */
import { type ComponentType, useEffect, useState } from 'react';
import { Button } from './button';
import { useMessages } from './messages-context';

const IDLE_AFTER = 1200; // ms, for browsers that do not tell when they are idle

export function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 4000 });
  else setTimeout(task, IDLE_AFTER);
}

/**
 * `Part` is fetched when it is first rendered, `LaterPart` shows nothing until the page is idle, `prefetch`
 * fetches ahead of time. What cannot be fetched says so in its own place; the page around it goes on.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | null = null;

  function Part(props: Props) {
    const [Loaded, setLoaded] = useState(() => known);
    const [attempt, setAttempt] = useState(1);
    const [failed, setFailed] = useState(false);
    // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
    useEffect(() => {
      if (known) return;
      let current = true;
      setFailed(false);
      load().then(
        (component) => {
          known = component;
          if (current) setLoaded(() => component);
        },
        () => current && setFailed(true),
      );
      return () => {
        current = false;
      };
    }, [attempt]);
    if (Loaded) return <Loaded {...props} />;
    return failed ? <PartFailed onRetry={() => setAttempt(attempt + 1)} /> : <OnItsWay />;
  }

  function LaterPart(props: Props) {
    const [due, setDue] = useState(false);
    useEffect(() => whenIdle(() => setDue(true)), []);
    return due ? <Part {...props} /> : <OnItsWay />;
  }

  return {
    Part,
    LaterPart,
    prefetch: () => whenIdle(() => load().catch(() => undefined)),
  };
}

/** Nothing to see; whoever measures the page can tell that it is not all there yet. */
const OnItsWay = () => <span data-on-its-way hidden />;

/** In place of a part whose code did not arrive. */
export function PartFailed({ onRetry }: { readonly onRetry: () => void }) {
  const { app } = useMessages();
  return (
    <p className="part-failed" role="alert">
      {app.partFailed} <Button onClick={onRetry}>{app.loadFailed.retry}</Button>
    </p>
  );
}
