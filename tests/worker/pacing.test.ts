/** How many steps a slice makes, and when it may begin. */
import { describe, expect, it } from 'vitest';
import { createPace, createSliceLength } from '../../src/worker/host/pacing';

describe('a slice', () => {
  /** Lengths of the slices to this step where a step takes so many milliseconds. */
  function lengths(ms: number, target: number): number[] {
    const next = createSliceLength();
    const made: number[] = [];
    for (let step = 0; step < target; step += made.at(-1) ?? 0)
      made.push(next(made.length > 0 ? ms : null, step, target));
    return made;
  }

  it('takes about 6 ms', () => {
    expect(lengths(2, 10)).toEqual([1, 2, 3, 3, 1]);
    expect(lengths(1.4, 13)).toEqual([1, 2, 4, 4, 2]);
  });

  it('is one step where a step takes longer', () => {
    expect(new Set(lengths(5, 30))).toEqual(new Set([1]));
    expect(new Set(lengths(700, 30))).toEqual(new Set([1]));
  });

  it('grows at most twofold, however short the steps are said to be', () => {
    expect(lengths(0, 20)).toEqual([1, 2, 4, 8, 5]);
  });

  it('ends at every multiple of 20 and at the target', () => {
    let step = 0;
    const ends = lengths(0.01, 130).map((length) => {
      step += length;
      return step;
    });
    expect(ends.slice(-6)).toEqual([40, 60, 80, 100, 120, 130]);
  });

  it('asks for no more at once than a session makes', () => {
    const next = createSliceLength();
    for (let times = 0; times < 30; times++) expect(next(0, 0, 1e6)).toBeLessThanOrEqual(20);
  });

  it('is short again at once when steps get slower', () => {
    const next = createSliceLength();
    for (let times = 0; times < 9; times++) next(0.1, 0, 1000);
    expect(next(3, 0, 1000)).toBe(2);
  });
});

describe('a pace', () => {
  /** Times at which steps are made in this many milliseconds, with timers that are late and work that takes long. */
  function timesOf(pace: number, length: number, late: () => number, work = 1): number[] {
    let now = 1000;
    const times: number[] = [];
    const clock = createPace(() => now);
    clock.set(pace);
    while (now < 1000 + length) {
      const wait = clock.wait();
      if (wait > 0) now += wait + late();
      else {
        const steps = clock.allowed();
        clock.made(steps);
        for (let step = 0; step < steps; step++) times.push(now);
        now += work;
      }
    }
    return times;
  }

  it('is kept on average though timers are late', () => {
    let turn = 0;
    const late = () => [0, 4, 1, 15, 2][turn++ % 5] ?? 0;
    expect(timesOf(30, 10_000, late).length).toBeGreaterThanOrEqual(295);
    expect(timesOf(200, 10_000, late).length).toBeGreaterThanOrEqual(1900);
  });

  it('is never overrun by more than timers are late by, in any second', () => {
    let turn = 0;
    // Once in a while something else takes half a second: those steps are not made up for.
    const late = () => (turn++ % 20 === 0 ? 500 : 3);
    for (const pace of [5, 30, 200]) {
      const times = timesOf(pace, 20_000, late);
      for (const from of times) {
        const within = times.filter((time) => time >= from && time < from + 1000).length;
        expect(within).toBeLessThanOrEqual(pace + 1 + Math.ceil((20 / 1000) * pace));
      }
    }
  });

  it('makes one step at a time where steps can be told apart', () => {
    const times = timesOf(30, 5000, () => 18);
    expect(new Set(times).size).toBe(times.length);
  });

  it('is as slow as its steps where they take longer', () => {
    expect(timesOf(30, 10_000, () => 0, 100).length).toBe(100);
  });

  it('knows no waiting without a limit, and none left over from a slower pace', () => {
    let now = 0;
    const pace = createPace(() => now);
    pace.set(null);
    pace.made(1000);
    expect(pace.wait()).toBe(0);
    pace.set(0.1);
    pace.made(1);
    expect(pace.wait()).toBeGreaterThan(9000);
    pace.set(50);
    expect(pace.wait()).toBeLessThanOrEqual(20);
    now += 1;
    pace.set(null);
    expect(pace.wait()).toBe(0);
  });
});
