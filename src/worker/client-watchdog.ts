/**
 * Finds out that a worker has fallen silent: asks it every few seconds whether it listens, and counts the
 * questions that nothing was heard after. This is also the time-out of reads: the worker reads the GPU
 * synchronously, and one that never comes back can be ended from outside only.
 * It counts its own ticks, not the time of day: a computer that slept, or a page that was held up itself, has
 * asked no questions in the meantime.
 */

const EVERY = 3000; // ms
/** 15 s without a word. */
const MOST_UNANSWERED = 5;
/** A minute for the first word: the script may come over a slow line. */
const MOST_BEFORE_FIRST_WORD = 20;

export type WatchdogPorts = {
  /** Calls back again and again. Returns the way to stop. */
  readonly every: (milliseconds: number, callback: () => void) => () => void;
  /** Nobody sees the page; browsers slow its timers, and perhaps the worker too. */
  readonly isHidden: () => boolean;
};

export type Watchdog = {
  /** A worker has been started. */
  begin(): void;
  /** It has said something. */
  heard(): void;
  end(): void;
};

export function createWatchdog(ports: WatchdogPorts, ping: () => void, fallenSilent: () => void): Watchdog {
  let stop = () => {};
  let unanswered = 0;
  let most = MOST_BEFORE_FIRST_WORD;

  function tick() {
    if (ports.isHidden()) unanswered = 0;
    else if (unanswered >= most) fallenSilent();
    else {
      unanswered += 1;
      ping();
    }
  }

  return {
    begin() {
      stop();
      unanswered = 0;
      most = MOST_BEFORE_FIRST_WORD;
      stop = ports.every(EVERY, tick);
    },
    heard() {
      unanswered = 0;
      most = MOST_UNANSWERED;
    },
    end() {
      stop();
      stop = () => {};
    },
  };
}
