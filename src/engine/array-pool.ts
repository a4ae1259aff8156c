/**
 * Large Float32Arrays used again: the fresh pages of a new one cost more time than what is computed into it. Only
 * arrays that were taken here come back, each when its last holder has let go. Holders are counted by the buffer,
 * so that a view of a part counts like the whole; every taking is a new array over the buffer.
 */

/** Floats; smaller arrays are cheap to make. */
const LEAST = 2000;
/** Bytes; between steps of the flagship's two networks 5 MB wait. */
const MOST = 64 * 2 ** 20;

export type ArrayPool = {
  /** Zeros; any numbers where all will be overwritten. Without a holder the array never comes back. */
  take(length: number, use?: 'overwritten'): Float32Array;
  /** One holder more of this array, or of a part of it. */
  hold(values: ArrayBufferView): void;
  /** One holder less. After the last one nobody may use the array: it may be taken again. */
  release(values: ArrayBufferView): void;
  /** Forgets the arrays that wait to be taken. */
  empty(): void;
  /** Bytes of the arrays that wait to be taken. */
  bytes(): number;
};

/** `most`: bytes that may wait to be taken; what is released beyond them is forgotten. */
export function createArrayPool(most = MOST): ArrayPool {
  /** Buffers that wait to be taken, by the length of their arrays, for every length that was asked for. */
  const free = new Map<number, ArrayBufferLike[]>();
  /** Buffers that are in use, and how many hold them. */
  const holders = new WeakMap<ArrayBufferLike, number>();
  let bytes = 0;

  function arrayOf(length: number, blank: boolean): Float32Array {
    const alike = free.get(length) ?? [];
    free.set(length, alike);
    const buffer = alike.pop();
    if (!buffer) return new Float32Array(length);
    bytes -= buffer.byteLength;
    const array = new Float32Array(buffer);
    return blank ? array.fill(0) : array;
  }

  function keep(buffer: ArrayBufferLike): void {
    // One that was transferred to another thread is empty now, a length that is never asked for.
    const alike = free.get(buffer.byteLength / Float32Array.BYTES_PER_ELEMENT);
    if (!alike || bytes + buffer.byteLength > most) return;
    alike.push(buffer);
    bytes += buffer.byteLength;
  }

  return {
    take(length, use) {
      if (length < LEAST) return new Float32Array(length);
      const array = arrayOf(length, use === undefined);
      holders.set(array.buffer, 0);
      return array;
    },
    hold({ buffer }) {
      const count = holders.get(buffer);
      if (count !== undefined) holders.set(buffer, count + 1);
    },
    release({ buffer }) {
      const count = holders.get(buffer);
      if (!count) return;
      if (count > 1) {
        holders.set(buffer, count - 1);
        return;
      }
      holders.delete(buffer);
      keep(buffer);
    },
    empty() {
      free.clear();
      bytes = 0;
    },
    bytes: () => bytes,
  };
}
