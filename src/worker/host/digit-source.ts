/**
 * The digits of a file, fetched once for all runs. A fetch that fails, or brings a file cut short, is tried
 * again twice by itself, past every cache; only then it has failed, and the next to ask begins anew.
 */
import type { DigitFile } from '../messages';

/** Milliseconds before the second and the third attempt. */
const PAUSES = [1000, 4000];

export type DigitSource<Digits> = {
  /** Resolves with what is there or comes of the fetch under way; else fetches. */
  get(file: DigitFile): Promise<Digits>;
};

/** Tells files apart: a page that carries its digits carries one file only. */
export const nameOf = (file: DigitFile) => ('url' in file ? file.url : 'carried');

export function createDigitSource<Digits>(ports: {
  readonly loadDigits: (
    file: DigitFile,
    onProgress: (fraction: number) => void,
    anew: boolean,
  ) => Promise<Digits>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** `attempt` counts from 1. Told of 0 as soon as an attempt is decided on, also while it is waited for. */
  readonly onProgress: (name: string, fraction: number, attempt: number) => void;
}): DigitSource<Digits> {
  let held: { readonly name: string; readonly promise: Promise<Digits> } | null = null;
  /** Files of which a fetch has failed: what caches hold of them is not to be trusted. */
  const failed = new Set<string>();

  async function attempt(file: DigitFile, count: number): Promise<Digits> {
    const name = nameOf(file);
    const report = (fraction: number) => ports.onProgress(name, fraction, count);
    report(0);
    const pause = PAUSES[count - 2];
    if (pause !== undefined) await ports.wait(pause);
    try {
      const digits = await ports.loadDigits(file, report, failed.has(name));
      failed.delete(name);
      return digits;
    } catch (error) {
      failed.add(name);
      if (count > PAUSES.length) throw error;
      return attempt(file, count + 1);
    }
  }

  return {
    get(file) {
      const name = nameOf(file);
      if (held?.name === name) return held.promise;
      const promise = attempt(file, 1);
      held = { name, promise };
      promise.catch(() => {
        if (held?.promise === promise) held = null;
      });
      return promise;
    },
  };
}
