/**
 * Values for texts, tables and names, which nobody reads at sixty a second: computed again when a source has
 * changed, at most twice a second, and once more when the changes have stopped.
 */
import { useEffect, useReducer } from 'react';
import type { Source } from '../use-view';

const CALM = 500;

/** Renders again when a source has changed, at a calm rate. `sources` are stores, the same for a component's life. */
export function useCalmChanges(sources: readonly Source[]): void {
  const [, again] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sources are stores, the same for a component's life
  useEffect(() => {
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const render = () => {
      timer = null;
      last = performance.now();
      again();
    };
    const changed = () => {
      if (timer === null) timer = setTimeout(render, Math.max(0, last + CALM - performance.now()));
    };
    const stops = sources.map((source) => source.subscribe(changed));
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, []);
}
