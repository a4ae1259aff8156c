/**
 * What the single file carries within itself, in elements that scripts/build/single-file.mjs writes: the worker's
 * script and the data files, all gzip in base64. Null in the ordinary build, from which all of this is dropped.
 */

import type { DataSpec } from '../spec/experiment-spec';
import { bytesOfBase64, unzipped } from '../store/unpack';

export type Carried = {
  readonly workerScript: () => Promise<string>;
  /** A whole file of these data; that of the digits has fewer training digits. */
  readonly data: (kind: DataSpec['kind']) => Uint8Array<ArrayBuffer>;
  readonly trainingDigits: number;
};

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`This file is not whole: ${id} is missing.`);
  return element;
}

const bytesIn = (id: string) => bytesOfBase64(elementOf(id).textContent ?? '');

function read(): Carried {
  const digits = elementOf('tied-digits');
  /** Each run is opened with them again. */
  const unpacked = new Map<DataSpec['kind'], Uint8Array<ArrayBuffer>>();
  return {
    workerScript: async () => new TextDecoder().decode(await unzipped(bytesIn('tied-worker'))),
    data(kind) {
      const bytes = unpacked.get(kind) ?? bytesIn(`tied-${kind}`);
      unpacked.set(kind, bytes);
      return bytes;
    },
    trainingDigits: Number(digits.dataset.training),
  };
}

export const carriedFiles: () => Carried | null = import.meta.env.MODE === 'single-file' ? read : () => null;
