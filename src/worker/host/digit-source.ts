/**
 * The digits of a file, fetched once for all runs. A fetch that fails, or brings a file cut short, is tried
 * again twice by itself, past every cache; only then it has failed, and the next to ask begins anew.
 */

/** Milliseconds before the second and the third attempt. */
const PAUSES = [1000, 4000];

export type DigitSource<Digits> = {
  /** Resolves with what is there or comes of the fetch under way; else fetches. */
  get(url: string): Promise<Digits>;
};

export function createDigitSource<Digits>(ports: {
  readonly loadDigits: (
    url: string,
    onProgress: (fraction: number) => void,
    anew: boolean,
  ) => Promise<Digits>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** `attempt` counts from 1. Told of 0 as soon as an attempt is decided on, also while it is waited for. */
  readonly onProgress: (url: string, fraction: number, attempt: number) => void;
}): DigitSource<Digits> {
  let held: { readonly url: string; readonly promise: Promise<Digits> } | null = null;
  /** Files of which a fetch has failed: what caches hold of them is not to be trusted. */
  const failed = new Set<string>();

  async function attempt(url: string, count: number): Promise<Digits> {
    const report = (fraction: number) => ports.onProgress(url, fraction, count);
    report(0);
    const pause = PAUSES[count - 2];
    if (pause !== undefined) await ports.wait(pause);
    try {
      const digits = await ports.loadDigits(url, report, failed.has(url));
      failed.delete(url);
      return digits;
    } catch (error) {
      failed.add(url);
      if (count > PAUSES.length) throw error;
      return attempt(url, count + 1);
    }
  }

  return {
    get(url) {
      if (held?.url === url) return held.promise;
      const promise = attempt(url, 1);
      held = { url, promise };
      promise.catch(() => {
        if (held?.promise === promise) held = null;
      });
      return promise;
    },
  };
}
