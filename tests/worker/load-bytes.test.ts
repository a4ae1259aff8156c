/** A data file arrives packed or unpacked, whole or not at all. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { loadBytes } from '../../src/worker/host/load-bytes';

const FILE = { url: 'x' };
const plain = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 251);
const packed = new Uint8Array(gzipSync(plain));
const respond = (body: Uint8Array<ArrayBuffer>, init?: ResponseInit) => async () => new Response(body, init);

describe('a data file', () => {
  it('is unpacked when its bytes are gzip', async () => {
    const progress: number[] = [];
    const bytes = await loadBytes(FILE, (fraction) => progress.push(fraction), false, respond(packed));
    expect(bytes).toEqual(plain);
    expect(progress.at(-1)).toBe(1);
    expect(progress.every((fraction) => fraction > 0 && fraction <= 1)).toBe(true);
  });

  it('is taken as it is when the server has unpacked it already', async () => {
    expect(await loadBytes(FILE, () => {}, false, respond(plain))).toEqual(plain);
  });

  it('rejects when it is missing or cut short', async () => {
    await expect(loadBytes(FILE, () => {}, false, respond(plain, { status: 404 }))).rejects.toThrow('404');
    const short = new Uint8Array(packed.slice(0, packed.length - 40));
    await expect(loadBytes(FILE, () => {}, false, respond(short))).rejects.toThrow();
  });

  it('is not fetched where the page carries it', async () => {
    const never = async () => Promise.reject(new Error('a request'));
    expect(await loadBytes({ bytes: packed }, () => {}, false, never)).toEqual(plain);
    const short = new Uint8Array(packed.slice(0, packed.length - 40));
    await expect(loadBytes({ bytes: short }, () => {}, true, never)).rejects.toThrow();
  });

  it('comes past every cache when it is asked for anew, and only then', async () => {
    const asked: RequestInit[] = [];
    const fetchFile = async (_url: string, init: RequestInit) => {
      asked.push(init);
      return new Response(plain);
    };
    await loadBytes(FILE, () => {}, false, fetchFile);
    await loadBytes(FILE, () => {}, true, fetchFile);
    expect(asked.map(({ cache }) => cache)).toEqual(['default', 'reload']);
  });

  it('rejects when nothing more of it comes, before the answer or in its middle', async () => {
    const never = new Promise<never>(() => {});
    const half = new ReadableStream({
      start: (controller) => controller.enqueue(packed.slice(0, 10)),
      pull: () => never,
    });
    for (const answer of [() => never, async () => new Response(half)]) {
      const waiting = new Set<() => void>();
      const delay = (callback: () => void) => {
        waiting.add(callback);
        return () => waiting.delete(callback);
      };
      const bytes = loadBytes(FILE, () => {}, false, answer, delay);
      const rejects = expect(bytes).rejects.toThrow('nothing came');
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(waiting.size).toBe(1);
      for (const stall of waiting) stall();
      await rejects;
      expect(waiting.size).toBe(0);
    }
  });
});
