/** English: training as the acts Learn and Move tell it: the phases of a step, the transport. */

export const training = {
  forward: (shared: string | null, independent: string | null) =>
    `Forward. Loss of this batch: ${[shared && `shared ${shared}`, independent && `independent ${independent}`].filter(Boolean).join(', ')}.`,
  gradients: 'Backward. Every position finds the gradient of the weights it used.',
  sum: {
    shared: 'Sum. The 196 gradients add up to the gradient of the one kernel.',
    independent: 'No sum. The 196 gradients stay where they are.',
    both: 'Shared: the 196 gradients add up. Independent: they stay where they are.',
  },
  // Transport.
  run: 'Run',
  runAgain: 'Run again',
  goOn: 'Continue',
  place: (step: string, steps: string) => `step ${step} of ${steps}`,
  scrubber: 'Recorded steps',
  scrubbed: (step: string) => `step ${step}`,
} as const;
