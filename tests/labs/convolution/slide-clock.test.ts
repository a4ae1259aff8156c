import { describe, expect, it } from 'vitest';
import {
  advanced,
  atTheStart,
  nextPosition,
  openingSite,
  restingAt,
  type SlideMotion,
  started,
} from '../../../src/labs/convolution/slide/slide-clock';

const SITES = 196;
const still: SlideMotion = { ...restingAt(116), running: false, speed: 'steady' };

/** The states of a run, one each 16 ms, until it stops or `limit` ms are over. */
function play(motion: SlideMotion, limit: number, reduced = false): readonly SlideMotion[] {
  const states = [motion];
  for (let time = 0; time < limit; time += 16) {
    const next = advanced(states.at(-1) ?? motion, 16, SITES, reduced);
    states.push(next);
    if (!next.running) break;
  }
  return states;
}

describe('the sliding window', () => {
  it('does not move before it is started', () => {
    expect(advanced(still, 5000, SITES, false)).toBe(still);
  });

  it('crosses the whole map in about twelve seconds and stops at its end', () => {
    const states = play(started({ ...still, ...atTheStart }, SITES), 60_000);
    const last = states.at(-1);
    expect(last).toMatchObject({ site: SITES - 1, filled: SITES, running: false });
    expect(states.length * 16).toBeGreaterThan(11_000);
    expect(states.length * 16).toBeLessThan(13_000);
  });

  it('never skips or empties a cell', () => {
    const states = play(started({ ...still, ...atTheStart }, SITES), 60_000);
    for (const [index, state] of states.entries()) {
      const before = states[index - 1] ?? state;
      expect(state.filled - before.filled).toBeGreaterThanOrEqual(0);
      expect(state.filled - before.filled).toBeLessThanOrEqual(1);
    }
  });

  it('starts over from the end, and goes on from anywhere else', () => {
    expect(started({ ...still, ...restingAt(SITES - 1) }, SITES)).toMatchObject({
      site: 0,
      filled: 0,
      running: true,
    });
    expect(started(still, SITES)).toMatchObject({ site: 116, filled: 117, running: true });
  });

  it('narrates a position in six phases, in about a second, and fills its cell in the last', () => {
    const states = play(started({ ...still, speed: 'slow' }, SITES), 1200);
    const phases = [...new Set(states.map(({ phase }) => phase))].filter((phase) => phase !== null);
    expect(phases).toEqual(['window', 'products', 'sum', 'bias', 'relu', 'cell']);
    for (const { site, filled, phase } of states)
      if (phase !== null) expect(filled).toBe(phase === 'cell' ? site + 1 : site);
  });

  it('holds every phase as a still under reduced motion', () => {
    for (const { phase, from, progress } of play(started({ ...still, speed: 'slow' }, SITES), 3000, true)) {
      expect(from).toBeNull();
      if (phase !== null) expect(progress).toBeGreaterThanOrEqual(1);
    }
  });

  it('steps to the next position, computing the first one first', () => {
    const first = nextPosition({ ...still, ...atTheStart }, SITES);
    expect(first).toMatchObject({ site: 0, filled: 1 });
    expect(nextPosition(first, SITES)).toMatchObject({ site: 1, filled: 2 });
    expect(nextPosition({ ...still, ...restingAt(SITES - 1) }, SITES)).toMatchObject({ site: SITES - 1 });
  });

  it('opens around the middle, where the output is largest', () => {
    const outputs = new Float32Array(196);
    outputs[3] = 9;
    outputs[100] = 2;
    outputs[120] = 1;
    expect(openingSite(outputs, 14)).toBe(100);
  });
});
