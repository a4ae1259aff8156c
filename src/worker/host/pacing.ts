/**
 * How many steps a slice of training makes, and when the next may begin. A slice is one call of the session for
 * each network: more steps share a read of the GPU, fewer leave the compositor its turn and let messages in.
 */

/** A slice ends where networks are evaluated, looked at and kept: at multiples of this step. */
export const EVALUATE_EVERY = 20;
const SLICE = 6; // ms
/** What a session makes in one call. */
const MOST_STEPS = 256;
/** How far training may lag behind its pace and still make up for it: what timers are late by. */
const LAG = 20; // ms

/**
 * Steps of the next slice at `step`, at most to `target`. `ms`: what one step takes, all networks together, or
 * null while unknown. Grows at most twofold, for a short measurement may be far off.
 */
export function createSliceLength(): (ms: number | null, step: number, target: number) => number {
  /** What time would allow, were the slice not cut short by a target or an evaluation. */
  let wanted = 1;
  return (ms, step, target) => {
    const fit = ms === null ? 1 : Math.floor(SLICE / ms);
    wanted = Math.max(1, Math.min(fit, 2 * wanted, MOST_STEPS));
    return Math.min(wanted, target - step, EVALUATE_EVERY - (step % EVALUATE_EVERY));
  };
}

export type Pace = {
  /** Most steps a second; null: no limit. */
  set(pace: number | null): void;
  /** Milliseconds until the next step may be made; 0: now. */
  wait(): number;
  /** Steps that may be made now, 1 or more once there is nothing to wait for. */
  allowed(): number;
  made(steps: number): void;
};

export function createPace(clock: () => number): Pace {
  /** Milliseconds from step to step; null: no limit. */
  let interval: number | null = null;
  /** When the next step is due. */
  let due = Number.NEGATIVE_INFINITY;
  const dueFrom = (now: number) => Math.max(due, now - LAG);
  return {
    set(pace) {
      interval = pace === null ? null : 1000 / pace;
      // A slower pace of before must not hold up the new one.
      due = Math.min(due, clock() + (interval ?? 0));
    },
    wait: () => (interval === null ? 0 : Math.max(0, due - clock())),
    allowed() {
      if (interval === null) return MOST_STEPS;
      const now = clock();
      return Math.max(1, Math.floor((now - dueFrom(now)) / interval) + 1);
    },
    made(steps) {
      if (interval !== null) due = dueFrom(clock()) + steps * interval;
    },
  };
}
