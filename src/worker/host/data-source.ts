/**
 * The contents of a data file, fetched once for all runs; data without a file are made anew each time. A fetch that fails, or brings a file cut short, is tried
 * again twice by itself, past every cache; only then it has failed, and the next to ask begins anew.
 */
import type { DataSpec } from '../../spec/experiment-spec';
import type { DataFile } from '../messages';

/** Milliseconds before the second and the third attempt. */
const PAUSES = [1000, 4000];

/** Data of a kind and the file they are in, if they are in one. */
export type WantedData = { readonly kind: DataSpec['kind']; readonly file: DataFile | null };

export type DataSource<Content> = {
  /** Resolves with what is there or comes of the fetch under way; else fetches. */
  get(wanted: WantedData): Promise<Content>;
};

/** Tells data apart: a page that carries them has one file of each kind. */
export const nameOf = ({ kind, file }: WantedData) => (file && 'url' in file ? file.url : kind);

export function createDataSource<Content>(ports: {
  readonly load: (
    wanted: WantedData,
    onProgress: (fraction: number) => void,
    anew: boolean,
  ) => Promise<Content>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** `attempt` counts from 1. Told of 0 as soon as an attempt is decided on, also while it is waited for. */
  readonly onProgress: (name: string, fraction: number, attempt: number) => void;
}): DataSource<Content> {
  let held: { readonly name: string; readonly promise: Promise<Content> } | null = null;
  /** Files of which a fetch has failed: what caches hold of them is not to be trusted. */
  const failed = new Set<string>();

  async function attempt(wanted: WantedData, count: number): Promise<Content> {
    const name = nameOf(wanted);
    const report = (fraction: number) => ports.onProgress(name, fraction, count);
    report(0);
    const pause = PAUSES[count - 2];
    if (pause !== undefined) await ports.wait(pause);
    try {
      const content = await ports.load(wanted, report, failed.has(name));
      failed.delete(name);
      // What is made and not fetched has no progress to tell.
      if (!wanted.file) report(1);
      return content;
    } catch (error) {
      failed.add(name);
      if (count > PAUSES.length) throw error;
      return attempt(wanted, count + 1);
    }
  }

  return {
    get(wanted) {
      const name = nameOf(wanted);
      if (held?.name === name) return held.promise;
      const promise = attempt(wanted, 1);
      // Nor do they push out the file, which the next run may want.
      if (!wanted.file) return promise;
      held = { name, promise };
      promise.catch(() => {
        if (held?.promise === promise) held = null;
      });
      return promise;
    },
  };
}
