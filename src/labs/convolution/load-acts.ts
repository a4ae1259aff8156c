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
 * first. Throws while rendering when the code cannot be had: the error boundary says so.
 */
export function useActModule(act: Act): ActModule | null {
  const [module, setModule] = useState<ActModule | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    load[act]().then(
      (loaded) => {
        if (current) setModule(loaded);
        loadTheRestWhenIdle();
      },
      (error: unknown) => current && setFailure(error),
    );
    return () => {
      current = false;
    };
  }, [act]);
  if (failure !== null) throw failure;
  return module;
}
