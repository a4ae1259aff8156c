/** The acts' code: that of the act in force at once, the others when the page is idle. */
import { useEffect, useState } from 'react';
import { whenIdle } from '../../ui/lazy-part';
import type { Act, ActModule } from './act-module';

const load: Readonly<Record<Act, () => Promise<ActModule>>> = {
  slide: () => import('./slide/slide-act').then((module) => module.slideAct),
  learn: () => import('./learn/learn-act').then((module) => module.learnAct),
  move: () => import('./move/move-act').then((module) => module.moveAct),
};

/** Fetches the other acts, so that changing acts is instant. A failure shows when the act is opened. */
function loadTheRestWhenIdle(): void {
  whenIdle(() => {
    for (const fetchAct of Object.values(load)) fetchAct().catch(() => undefined);
  });
}

/**
 * The module of this act; while it is on its way the one before it, so that nothing blinks; null at the very
 * first. `retry`: the code did not arrive; asks for it again. What trains meanwhile goes on.
 */
export function useActModule(act: Act): {
  readonly module: ActModule | null;
  readonly retry: (() => void) | null;
} {
  const [module, setModule] = useState<ActModule | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt loads again
  useEffect(() => {
    let current = true;
    setFailed(false);
    load[act]().then(
      (loaded) => {
        if (current) setModule(loaded);
        loadTheRestWhenIdle();
      },
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [act, attempt]);
  return { module, retry: failed ? () => setAttempt(attempt + 1) : null };
}
