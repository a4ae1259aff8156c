/**
 * Presses that follow each other quickly at one place belong together: the first on an empty place adds a point, the
 * second on one and the same point removes it, and any other changes nothing. By hand or by pen, so that a pair means
 * the same where browsers send no double clicks.
 */

/** On which point, null: an empty place; when, ms, and where, CSS pixels. */
export type Press = {
  readonly on: number | null;
  readonly at: number;
  readonly x: number;
  readonly y: number;
};

export type PressSeries = {
  /** Its first press. */
  readonly first: Press;
  readonly last: Press;
  readonly presses: number;
};

const QUICK = 400;
const NEAR = 24;

export function withPress(before: PressSeries | null, press: Press): PressSeries {
  const follows =
    before !== null &&
    press.at - before.last.at <= QUICK &&
    Math.hypot(press.x - before.first.x, press.y - before.first.y) <= NEAR;
  return follows
    ? { first: before.first, last: press, presses: before.presses + 1 }
    : { first: press, last: press, presses: 1 };
}

export function meaningOf({ first, last, presses }: PressSeries): 'add' | 'remove' | null {
  if (presses === 1) return first.on === null ? 'add' : null;
  return presses === 2 && first.on !== null && last.on === first.on ? 'remove' : null;
}
