/** One seed on cpu gives the same weights, bit for bit, whether one looks on or not; another seed gives others. */
import { beforeAll, expect, test } from 'vitest';
import type { EngineBackend } from '../../src/engine/backend';
import { createSession, type Session } from '../../src/engine/session';
import { checksum } from '../../src/math/checksum';
import type { NetworkId } from '../../src/spec/experiment-spec';
import { realDigits } from './real-digits';
import { clock, countOf, dataOf, flagshipExperiment, openBackend, watchedOf } from './support';

const data = dataOf(realDigits());
let backend: EngineBackend;
beforeAll(async () => {
  backend = await openBackend('cpu');
});

/** Checksum of weights and optimiser state of a network. */
const sumOf = (session: Session, id: NetworkId) => checksum(...session.snapshot(id).arrays);

/** That checksum after a run; `look` is called after each step. */
function after(id: NetworkId, seed: number, steps: number, look?: (session: Session) => void): string {
  const session = createSession({ spec: flagshipExperiment({ seed, batch: 16 }), data, backend, clock });
  for (let step = 0; step < steps; step++) {
    session.train(id);
    look?.(session);
  }
  const sum = sumOf(session, id);
  session.dispose();
  return sum;
}

test('after 100 steps the same seed gives the same weights, bit for bit, in both networks', () => {
  for (const id of ['shared', 'independent'] as const) {
    let before = '';
    const once = after(id, 1, 100, (session) => {
      if (session.stepOf(id) === 99) before = sumOf(session, id);
    });
    expect(after(id, 1, 100)).toBe(once);
    expect(before).not.toBe(once);
    expect(after(id, 2, 100)).not.toBe(once);
  }
});

test('a network that is watched, evaluated and asked learns the same, bit for bit', () => {
  for (const id of ['shared', 'independent'] as const) {
    const other = id === 'shared' ? 'independent' : 'shared';
    const looked = after(id, 1, 20, (session) => {
      watchedOf(session, id, { filter: session.stepOf(id) % 8, filters: 1, ledger: true });
      countOf(session, id, 'test', 0, 20);
      session.measure(id, 3 * 15 + 9);
      session.predict(id, new Float32Array(784).fill(0.5));
      session.snapshot(id);
      if (session.stepOf(id) % 3 === 0) session.train(other);
    });
    expect(looked).toBe(after(id, 1, 20));
  }
});
