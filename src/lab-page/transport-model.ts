/**
 * What Run, Pause, Step, Reset, the speed and the scrubber do on this act, as data. In act Slide they move the
 * window, elsewhere they train; the transport bar draws either without knowing which.
 */
export type Scrubber = {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** What a value stands for, in words, for screen readers: "step 120". */
  readonly describe: (value: number) => string;
  readonly set: (value: number) => void;
  /** Any value but the last is a look back at something recorded. */
  readonly looksBack: boolean;
};

/** Slow tells each phase of a step; steady can be followed; fast goes as fast as it can. */
export const speeds = ['slow', 'steady', 'fast'] as const;
export type Speed = (typeof speeds)[number];

export type TransportModel = {
  readonly running: boolean;
  /** Text of the main button while not running: "Run", "Run again", "Slide it". */
  readonly runLabel: string;
  readonly run: () => void;
  readonly pause: () => void;
  readonly step: () => void;
  readonly reset: () => void;
  readonly speed: Speed;
  readonly setSpeed: (speed: Speed) => void;
  /** Where we are: "step 120 of 800". */
  readonly position: string;
  readonly scrubber: Scrubber | null;
};
