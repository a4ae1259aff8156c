/**
 * What the single file carries within itself, in elements that scripts/build/single-file.mjs writes: the worker's
 * script and the data files, all gzip in base64. Null in the ordinary build, from which all of this is dropped.
 */

import type { DataSpec } from '../spec/experiment-spec';

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

function bytesOf(element: HTMLElement): Uint8Array<ArrayBuffer> {
  const text = atob(element.textContent ?? '');
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function read(): Carried {
  const worker = elementOf('tied-worker');
  const digits = elementOf('tied-digits');
  /** Each run is opened with them again. */
  const unpacked = new Map<DataSpec['kind'], Uint8Array<ArrayBuffer>>();
  return {
    workerScript() {
      const packed = new Blob([bytesOf(worker)]).stream();
      return new Response(packed.pipeThrough(new DecompressionStream('gzip'))).text();
    },
    data(kind) {
      const bytes = unpacked.get(kind) ?? bytesOf(elementOf(`tied-${kind}`));
      unpacked.set(kind, bytes);
      return bytes;
    },
    trainingDigits: Number(digits.dataset.training),
  };
}

export const carriedFiles: () => Carried | null = import.meta.env.MODE === 'single-file' ? read : () => null;
