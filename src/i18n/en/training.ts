/** English: training as every lab tells it: the forward phase, the transport. */

export const training = {
  forward: (shared: string | null, independent: string | null) =>
    `Forward. Loss of this batch: ${[shared && `shared ${shared}`, independent && `independent ${independent}`].filter(Boolean).join(', ')}.`,
  // Transport.
  run: 'Run',
  runAgain: 'Run again',
  goOn: 'Continue',
  place: (step: string, steps: string) => `step ${step} of ${steps}`,
  scrubber: 'Recorded steps',
  scrubbed: (step: string) => `step ${step}`,
} as const;
