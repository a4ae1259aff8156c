/** One seed on cpu gives the same weights, bit for bit; another seed gives others. */
import { expect, test } from 'vitest';
import { createSession } from '../../src/engine/session';
import { checksum } from '../../src/math/checksum';
import { realDigits } from './real-digits';
import { clock, flagshipExperiment, openBackend } from './support';

test('after 100 steps the same seed gives the same weights, bit for bit', async () => {
  const backend = await openBackend('cpu');
  const digits = realDigits();
  const after = (seed: number, steps: number) => {
    const session = createSession({ spec: flagshipExperiment({ seed }), digits, backend, clock });
    for (let step = 0; step < steps; step++) session.trainStep('shared');
    const sum = checksum(...session.snapshot('shared').arrays);
    session.dispose();
    return sum;
  };
  const once = after(1, 100);
  expect(after(1, 100)).toBe(once);
  expect(after(1, 99)).not.toBe(once);
  expect(after(2, 100)).not.toBe(once);
});
