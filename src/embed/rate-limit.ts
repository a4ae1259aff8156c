/** Lets so many through in any one second. What is over it is gone, and does not count. */
import { MESSAGES_PER_SECOND } from '../spec/frame-messages';

const SECOND = 1000; // ms

/** `at`: milliseconds of a clock that never goes back. */
export function createRateLimit(most = MESSAGES_PER_SECOND): (at: number) => boolean {
  /** When each of the last `most` came through, in a ring. */
  const times = new Array<number>(most).fill(Number.NEGATIVE_INFINITY);
  let oldest = 0;
  return (at) => {
    if (at - (times[oldest] ?? 0) < SECOND) return false;
    times[oldest] = at;
    oldest = (oldest + 1) % most;
    return true;
  };
}
