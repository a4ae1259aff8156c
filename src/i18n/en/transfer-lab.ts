/** English: the words of Transfer: the two jobs, the trunk, what the networks say, the question, the explanation. */
export const transferLab = {
  lead: 'First one network learns to read 0 to 4. Then four networks learn 5 to 9 from a handful of examples, two of them on its trunk. Press Run and see which reads new digits best.',
  labels: { examples: 'Examples of each new digit' },
  // The stage.
  title: 'One trunk, two jobs',
  oldTitle: 'Old task: 0 to 4',
  newTitle: 'New task: 5 to 9',
  oldTrunk: 'first layer of its trunk',
  oldUnknown: 'not kept from this run',
  /** What becomes of a trunk, under the name of the network. */
  fates: {
    scratch: 'own trunk, moves',
    random: 'random trunk, locked',
    frozen: 'lent trunk, locked',
    'fine-tuned': 'lent trunk, moves a little',
  },
  lanes: {
    waiting: (steps: string) => `begins after step ${steps}`,
    off: 'does not train now',
    unread: 'not read yet',
  },
  locked: 'locked: no bit changes',
  moved: (length: string) => `moved ${length} in this step`,
  before: 'as before this step',
  stood: 'kernels of this step; what it changed is not kept',
  kernelGrid: 'Kernels of the old trunk',
  laneGrid: 'Kernels of the four networks, one row each',
  oldKernel: (kernel: number, change: string | null) =>
    `Old trunk, kernel ${kernel}${change === null ? '' : `, moved ${change} in this step`}`,
  laneKernel: (network: string, kernel: number, state: string) => `${network}, kernel ${kernel}, ${state}`,
  // The ledger of the chosen kernel.
  ledger: {
    old: 'Old network',
    note: (kernel: string) => `ledger of kernel ${kernel}`,
    tiles: '196 positions, a gradient each',
    tilesShort: '196 gradients',
    sum: (count: number) => (count === 0 ? 'their sum' : `sum of ${count}`),
    kernel: (kernel: string) => `kernel ${kernel}`,
    locked: ['Locked.', 'No gradient is made here.'],
    start: ['Comes with the first step.'],
    unknown: ['Not kept of this step.', 'Step and Slow show it.'],
    summary: (length: string) => `196 gradients, whose sum has length ${length}.`,
  },
  // The line below it.
  sumLine: (kernel: string, network: string, difference: string) =>
    `Kernel ${kernel}, ${network}: sum over 196 positions = kernel gradient, largest difference ${difference}.`,
  sumDiffers: (kernel: string, network: string, difference: string) =>
    `Kernel ${kernel}, ${network}: sum over 196 positions and kernel gradient differ by ${difference}.`,
  lockedLine: (network: string, sum: string) =>
    `${network}: 3,968 locked weights have no gradient and no sum. Checksum of the first layer: ${sum}.`,
  lockedSame: (network: string, sum: string) =>
    `${network}: 3,968 locked weights have no gradient and no sum. Checksum of the first layer: ${sum}, as at the end of the old task.`,
  startLine: 'Nothing has been trained yet.',
  oldNetwork: 'old network',
  // In words, for those who do not see the picture.
  summary: {
    old: (step: string, accuracy: string) =>
      `Step ${step}. One network learns 0 to 4 and reads ${accuracy} of held-out ones. Four networks wait for its trunk.`,
    new: (step: string, networks: string) => `Step ${step}. Four networks learn 5 to 9. ${networks}`,
    network: (name: string, fate: string, accuracy: string) => `${name}: ${fate}, reads ${accuracy}.`,
    start: 'Before training. The kernels of the old network are random; four networks wait for its trunk.',
  },
  // What the networks say.
  answers: 'What the networks say',
  askedOld: 'a held-out digit of the old task',
  askedNew: 'a held-out digit of the new task',
  pictureOf: (label: number) => `Picture of ${label === 8 ? 'an' : 'a'} ${label}`,
  itIs: (label: number) => `It is ${label === 8 ? 'an' : 'a'} ${label}.`,
  otherDigit: 'Another digit',
  says: (label: number, share: string) => `says ${label}, ${share}`,
  right: 'right',
  wrong: 'wrong',
  untrained: 'not trained yet',
  asking: 'is being asked',
  notTrained: 'does not train now',
  reads: (share: string) => `reads ${share} of held-out digits`,
  byClass: 'Share read right of up to 100 held-out digits of each',
  // Tables on request.
  values: {
    kernel: 'Weights of this kernel as numbers',
    kernelCaption: (kernel: string) => `Kernel ${kernel} of the first layer in each trunk that is known`,
    weight: 'Weight',
    cell: (row: number, column: number) => `row ${row}, column ${column}`,
    bias: 'bias',
    moved: 'moved in this step',
    locked: 'locked',
    answers: 'Their probabilities as numbers',
    answersCaption: 'Probability of each digit',
  },
  // The question before the run.
  question: {
    few: 'With five examples of each new digit, which will be best?',
    many: 'And with fifty?',
  },
  level: 'They end up level',
  counts: (points: string) => `Level: the best two are less than ${points} points apart.`,
  needs: (examples: string) =>
    `A run with ${examples} examples and Compare on answers it, or the points of the chart below.`,
  ofRun: (figures: string) => `This run: ${figures} of held-out digits.`,
  ofPoints: (seed: string, figures: string) => `The points of seed ${seed}: ${figures} of held-out digits.`,
  figure: (network: string, share: string) => `${network} ${share}`,
  // What happens, in a sentence.
  settled: {
    start: 'Press Run: for 500 steps one network learns 0 to 4. Then its trunk is lent.',
    old: (loss: string) => `Loss of the last batch of 0 to 4: ${loss}.`,
    end: 'The old task is over. With the next step the trunk is lent, and four networks learn 5 to 9.',
    new: (losses: string) => `Loss of the last batch of 5 to 9: ${losses}.`,
  },
  lossOf: (network: string, loss: string) => `${network} ${loss}`,
  told: {
    forward: (losses: string) => `Forward. Loss of this batch: ${losses}.`,
    gradients: {
      old: 'Backward. Each of 196 positions finds the gradient of the kernel it read.',
      moves: 'Backward. The error goes through the head and the trunk, down to the first kernels.',
      locked: 'Backward. The error goes through the head and stops: the trunk is locked.',
    },
    sum: {
      old: 'Sum. The gradients of all positions add up: one kernel, one sum.',
      moves: 'Sum. The gradients of all positions add up to the gradient of each kernel.',
      locked: 'No sum. Locked weights have no gradient; only the 165 weights of the head do.',
    },
    update: {
      old: 'Update. Trunk and head of the old network move.',
      scratch: 'Update. All 4,133 weights move at the full learning rate.',
      random: 'Update. Only the head moves, on a trunk that has learned nothing.',
      frozen: 'Update. Only the head moves. The lent trunk keeps every bit.',
      'fine-tuned': 'Update. The head moves at the full rate, the lent trunk at 0.3 of it.',
    },
  },
  explanation: [
    'First one network learns to read 0 to 4. Its [trunk|old], all layers but the last, learns what strokes look like.',
    'Then 5 to 9. Two networks go on with that trunk: [frozen|frozen], where only a new head of 165 weights may move, and [fine-tuned|fine-tuned], where the trunk moves too, at 0.3 of the rate.',
    'Two do without it: [from scratch|scratch] has a trunk of its own that learns, [random|random] a trunk of its own that is locked, which shows what freezing alone is worth.',
  ],
  costs: {
    note: 'Freezing cuts what is learned, not multiply-adds.',
    foot: (held: string, memory: string) =>
      `Parameters and memory count what is learned. What is locked is held as well: each of the four holds ${held} numbers, ${memory}.`,
  },
  /** Once something has come of it. */
  explanationAfter:
    'The trunk is shared by two tasks that come one after the other. That helps most while the new task has few examples; with more of them a locked trunk holds the new task back.',
} as const;
