/** The parts of the warm-up, and what is left when a run is left in the middle of them. */
import { expect, test } from 'vitest';
import { createWarmUp } from '../../src/worker/host/warm-up';
import { fakeSession } from './fake-session';
import { smallSpec } from './specs';

/** A warm-up of three parts that notes when it gives back what it holds. */
function warmUpOf(held: string[]) {
  const session = fakeSession(smallSpec);
  const told: number[] = [];
  const parts = {
    ...session,
    *warmUp() {
      held.push('texels');
      try {
        for (let part = 1; part <= 3; part++) yield part / 3;
      } finally {
        held.pop();
      }
    },
  };
  const warmUp = createWarmUp(parts, (event) => {
    if (event.type === 'loading') told.push(event.fraction);
  });
  return { warmUp, told };
}

test('the parts are done one by one, and only the end says 1', () => {
  const held: string[] = [];
  const { warmUp, told } = warmUpOf(held);
  while (warmUp.slice());
  expect(told.at(-1)).toBe(1);
  expect(told.filter((fraction) => fraction === 1)).toHaveLength(1);
  expect(held).toEqual([]);
});

test('a run that is left during its warm-up gives back what the warm-up holds', () => {
  const held: string[] = [];
  const { warmUp } = warmUpOf(held);
  warmUp.slice();
  warmUp.slice();
  expect(held).toEqual(['texels']);
  warmUp.dispose();
  expect(held).toEqual([]);
  expect(warmUp.slice()).toBe(false);
});
