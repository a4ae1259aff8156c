/** The evidence strip, which stands below the stage: its code, with that of its charts, may come last. */
import { lazyPart } from '../../ui/lazy-part';

export const { LaterPart: Evidence } = lazyPart(() => import('./evidence').then((module) => module.Evidence));
