/** A text made from the stores, told at most every so many ms, so that React and screen readers are not flooded. */
import { useEffect, useRef, useState } from 'react';
import type { Source } from '../../../lab-page/use-view';

export function useTold(tell: () => string, sources: readonly Source[], every: number): string {
  const [text, setText] = useState(tell);
  const latest = useRef(tell);
  latest.current = tell;
  // biome-ignore lint/correctness/useExhaustiveDependencies: sources are stores, the same for a component's life
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    function later() {
      timer ??= setTimeout(() => {
        timer = null;
        setText(latest.current());
      }, every);
    }
    const stops = sources.map((source) => source.subscribe(later));
    return () => {
      for (const stop of stops) stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [every]);
  return text;
}
