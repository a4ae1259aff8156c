/** What the pool of arrays promises, without tensors. */
import { expect, test } from 'vitest';
import { createArrayPool } from '../../src/engine/array-pool';

const LENGTH = 4000;
const BYTES = 4 * LENGTH;

/** A pool, and an array of it that is held once. */
function heldArray(pool = createArrayPool()) {
  const array = pool.take(LENGTH);
  pool.hold(array);
  return { pool, array };
}

test('an array that was released is taken again, as zeros, for its own length only', () => {
  const { pool, array } = heldArray();
  array.fill(7);
  pool.release(array);
  expect(pool.bytes()).toBe(BYTES);
  expect(pool.take(LENGTH + 1).buffer).not.toBe(array.buffer);
  const again = pool.take(LENGTH);
  expect(again.buffer).toBe(array.buffer);
  expect(again).toEqual(new Float32Array(LENGTH));
  expect(pool.bytes()).toBe(0);
});

test('an array that will be overwritten is not cleared first', () => {
  const { pool, array } = heldArray();
  array.fill(7);
  pool.release(array);
  expect(pool.take(LENGTH, 'overwritten')).toEqual(new Float32Array(LENGTH).fill(7));
});

test('an array comes back once, however often it is released', () => {
  const { pool, array } = heldArray();
  pool.release(array);
  pool.release(array);
  expect(pool.bytes()).toBe(BYTES);
  const [one, other] = [pool.take(LENGTH), pool.take(LENGTH)];
  expect(one.buffer).toBe(array.buffer);
  expect(other.buffer).not.toBe(array.buffer);
  // A release of the time before does not end the holding of now.
  pool.release(array);
  expect(pool.bytes()).toBe(0);
});

test('the last holder gives it back, and one of a part is a holder like any other', () => {
  const { pool, array } = heldArray();
  const part = array.subarray(10, 20);
  pool.hold(part);
  pool.release(array);
  expect(pool.bytes()).toBe(0);
  pool.release(part);
  expect(pool.bytes()).toBe(BYTES);
  expect(pool.take(LENGTH)).toHaveLength(LENGTH);
});

test('arrays of others, arrays of other pools and small ones are never kept', () => {
  const pool = createArrayPool();
  for (const array of [new Float32Array(LENGTH), createArrayPool().take(LENGTH), pool.take(100)]) {
    pool.hold(array);
    pool.release(array);
  }
  expect(pool.bytes()).toBe(0);
});

test('an array that was transferred meanwhile is not kept', () => {
  const { pool, array } = heldArray();
  structuredClone(array, { transfer: [array.buffer as ArrayBuffer] });
  expect(array).toHaveLength(0);
  pool.release(array);
  expect(pool.bytes()).toBe(0);
  expect(pool.take(LENGTH)).toHaveLength(LENGTH);
});

test('it keeps no more bytes than it may, and none after it was emptied', () => {
  const pool = createArrayPool(3 * BYTES + 4);
  const many = Array.from({ length: 5 }, () => heldArray(pool).array);
  for (const array of many) pool.release(array);
  expect(pool.bytes()).toBe(3 * BYTES);
  pool.empty();
  expect(pool.bytes()).toBe(0);
  const taken = pool.take(LENGTH);
  expect(many.every(({ buffer }) => buffer !== taken.buffer)).toBe(true);
});
