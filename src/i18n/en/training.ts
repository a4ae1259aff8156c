/** English: training as every lab tells it: the phases of a step, the losses, the transport. */

/** Of both networks, null where one is not spoken of. */
type Losses = readonly (string | null)[];
const named = ([shared, independent]: Losses) =>
  [shared && `shared ${shared}`, independent && `independent ${independent}`].filter(Boolean).join(', ');

export const training = {
  narration: (part: number, text: string) => `${part} of 4 · ${text}`,
  forward: (losses: Losses) => `Forward. Loss of this batch: ${named(losses)}.`,
  batchLoss: (losses: Losses) => `Loss of the last batch: ${named(losses)}.`,
  atStep: (step: string) => `at step ${step}`,
  // Where the numbers of the step are not all known.
  kernelsLine: (step: string) =>
    `Weights of step ${step}. Its gradients are not kept; press Step to see the next ones.`,
  unreadLine: 'Nothing of this network is known here yet.',
  /** Where one card is drawn at a time and both networks train. By the network that is drawn. */
  otherCard: {
    shared: 'Flip the switch to see the independent network.',
    independent: 'Flip the switch to see the shared network.',
  },
  // Transport.
  run: 'Run',
  runAgain: 'Run again',
  goOn: 'Continue',
  place: (step: string, steps: string) => `step ${step} of ${steps}`,
  scrubber: 'Recorded steps',
  scrubbed: (step: string) => `step ${step}`,
} as const;
