/**
 * Makes the GPU ready before the first slice of work, part by part: each may take long on its own, and commands
 * are taken in between.
 */
import type { SendRunEvent, TrainingSession } from './ports';

export type WarmUp = {
  /** Does one part. False when all have been done before. */
  slice(): boolean;
  /** Gives back what a part under way holds. */
  dispose(): void;
};

export function createWarmUp(session: TrainingSession, send: SendRunEvent): WarmUp {
  let parts: Iterator<number> | null = null;
  let done = false;
  const report = (fraction: number) => send({ type: 'loading', what: 'kernels', fraction, attempt: 1 });
  return {
    slice() {
      if (done) return false;
      if (!parts) {
        parts = session.warmUp()[Symbol.iterator]();
        report(0);
        return true;
      }
      const next = parts.next();
      done = next.done === true;
      // Only the end says 1: by it the page knows that nothing more is to come.
      report(done ? 1 : Math.min(0.99, Number(next.value)));
      return true;
    },
    dispose() {
      done = true;
      parts?.return?.();
    },
  };
}
