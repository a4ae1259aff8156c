/** English: the evidence strip: curves, cost, what it took to reach an accuracy. */
export const evidence = {
  title: 'Evidence',
  heldOut: (unseen: string) => `Accuracy on ${unseen}`,
  training: (things: string) => `Accuracy on its ${things}`,
  loss: 'Loss of each batch',
  target: (accuracy: string) => `to reach: ${accuracy}`,
  gap: (value: string) => `gap ${value}`,
  gapHint: (unseen: string) => `shaded: the gap to ${unseen}`,
  gapShaded: 'shaded: the gap',
  lossHint: {
    'cross-entropy': 'mean cross-entropy, log scale',
    contrastive: 'mean contrastive loss, log scale',
    tasks: 'sum of both tasks’ mean cross-entropy, log scale',
    'squared-error': 'mean squared error, log scale',
  },
  measured: (least: string, most: string, things: string) =>
    least === most ? `on ${most} ${things}` : `on ${least}, at pauses on ${most} ${things}`,
  /** What examples are, by the kind of data: those trained on, those for the test, and how a title calls these. */
  things: {
    digits: { train: 'training digits', test: 'held-out digits', unseen: 'digits never seen' },
    /** Of the second of two tasks, which knows the answers of few. */
    tasks: {
      train: 'labelled digits, task B',
      test: 'held-out digits',
      unseen: 'digits never seen, task B',
    },
    words: { train: 'training words', test: 'held-out words', unseen: 'words never seen' },
    // Short strings are few: some of the fresh ones were trained on.
    symbols: { train: 'training strings', test: 'fresh strings', unseen: 'fresh strings' },
    sines: { train: 'training waves', test: 'held-out waves', unseen: 'waves never seen' },
    pairs: { train: 'training pairs', test: 'held-out pairs', unseen: 'pairs never seen' },
  },
  notYet: 'Press Run: the curves are drawn as the networks learn.',
  step: 'step',
  chance: 'chance',
  /** Names of a task that comes first and of the one after it, in the curves. */
  tasks: { before: '0 to 4', after: '5 to 9' },
  /** Which all networks are while the old task trains. */
  oneNetwork: 'old network',
  theOneNetwork: 'The old network',
  cost: 'Cost',
  network: 'Network',
  parameters: 'parameters',
  memory: 'memory',
  multiplyAdds: 'multiply-adds',
  perExample: 'per example',
  msPerStep: 'ms per step',
  reach: 'to reach',
  reachTarget: 'Held-out accuracy to reach',
  reachSteps: 'steps',
  reachExamples: 'examples seen',
  notReached: 'not yet',
  /** It was reached at this step, and the newest accuracy is below it again. */
  lostAgain: (steps: string) => `${steps}, lost again`,
  finalGap: 'train − held-out',
  millions: (value: string) => `${value} M`,
  summary: (
    network: string,
    step: string,
    test: string,
    train: string,
    things: { readonly test: string; readonly train: string },
  ) => `${network} at step ${step}: ${test} on ${things.test}, ${train} on ${things.train}.`,
  errorSummary: (network: string, step: string, error: string, things: { readonly test: string }) =>
    `${network} at step ${step}: mean squared error ${error} on ${things.test}.`,
  table: 'Values of the curves',
  sameWork: 'Sharing cuts parameters, not multiply-adds.',
} as const;
