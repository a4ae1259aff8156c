/** Data are tried for three times, and fetched once. */
import { expect, test } from 'vitest';
import { createDataSource } from '../../src/worker/host/data-source';

const a = { kind: 'digits', file: { url: 'a' } } as const;
const b = { kind: 'digits', file: { url: 'b' } } as const;

function setUp(outcomes: readonly (string | Error)[]) {
  const said: [number, number][] = [];
  const waits: number[] = [];
  const anew: boolean[] = [];
  const source = createDataSource<string>({
    async load(_wanted, onProgress, fresh) {
      const outcome = outcomes[anew.length] ?? new Error('no more');
      anew.push(fresh);
      onProgress(0.5);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
    wait: async (milliseconds) => void waits.push(milliseconds),
    onProgress: (_name, fraction, attempt) => said.push([attempt, fraction]),
  });
  return { source, said, waits, anew };
}

test('a file that comes at once is fetched once, for all that ask', async () => {
  const { source, anew, waits } = setUp(['digits']);
  expect(await Promise.all([source.get(a), source.get(a)])).toEqual(['digits', 'digits']);
  expect(await source.get(a)).toBe('digits');
  expect(anew).toEqual([false]);
  expect(waits).toEqual([]);
});

test('a file that is missing or cut short is fetched again after 1 s and 4 s, past every cache', async () => {
  const { source, said, waits, anew } = setUp([new Error('cut short'), new Error('404'), 'digits']);
  expect(await source.get(a)).toBe('digits');
  expect(waits).toEqual([1000, 4000]);
  expect(anew).toEqual([false, true, true]);
  expect(said).toEqual([
    [1, 0],
    [1, 0.5],
    [2, 0],
    [2, 0.5],
    [3, 0],
    [3, 0.5],
  ]);
});

test('after three failures it has failed; who asks then begins anew, still past every cache', async () => {
  const { source, waits, anew } = setUp([new Error('1'), new Error('2'), new Error('3'), 'digits']);
  await expect(source.get(a)).rejects.toThrow('3');
  expect(waits).toEqual([1000, 4000]);
  expect(await source.get(a)).toBe('digits');
  expect(anew).toEqual([false, true, true, true]);
  expect(waits).toHaveLength(2);
});

test('a file that has come in the end may come from a cache again', async () => {
  const { source, anew } = setUp([new Error('cut short'), 'one', 'two', 'one']);
  for (const file of [a, b, a]) await source.get(file);
  expect(anew).toEqual([false, true, false, false]);
});

test('another file is another fetch', async () => {
  const { source, anew } = setUp(['one', 'two']);
  expect([await source.get(a), await source.get(b)]).toEqual(['one', 'two']);
  expect(anew).toEqual([false, false]);
});

test('a page that carries its digits has one file, whichever copy of it comes with a run', async () => {
  const { source, anew } = setUp(['carried', 'fetched', 'carried again']);
  const carried = () => ({ kind: 'digits', file: { bytes: new Uint8Array(2) } }) as const;
  expect([await source.get(carried()), await source.get(carried())]).toEqual(['carried', 'carried']);
  expect(anew).toHaveLength(1);
  expect([await source.get(a), await source.get(carried())]).toEqual(['fetched', 'carried again']);
});

test('data without a file are asked for by their kind; files that a page carries, one of each kind', async () => {
  const { source, anew } = setUp(['symbols', 'made anew', 'digits', 'words']);
  const symbols = { kind: 'symbols', file: null } as const;
  expect([await source.get(symbols), await source.get(symbols)]).toEqual(['symbols', 'made anew']);
  const carried = (kind: 'digits' | 'words') => ({ kind, file: { bytes: new Uint8Array(2) } });
  expect(await source.get(carried('digits'))).toBe('digits');
  expect([await source.get(carried('words')), await source.get(carried('words'))]).toEqual([
    'words',
    'words',
  ]);
  expect(anew).toHaveLength(4);
});

test('data without a file do not push out the file that is held', async () => {
  const { source } = setUp(['digits', 'symbols', 'fetched again']);
  const symbols = { kind: 'symbols', file: null } as const;
  expect([await source.get(a), await source.get(symbols), await source.get(a)]).toEqual([
    'digits',
    'symbols',
    'digits',
  ]);
});
