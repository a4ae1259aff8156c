/** English: what every lab page has: switch, transport, bench settings, notes, sharing a link. */
export const labPage = {
  networks: {
    shared: 'Shared',
    independent: 'Independent',
    grouped: 'Grouped',
    hard: 'Hard sharing',
    soft: 'Soft sharing',
    separate: 'Separate',
    'fine-tuned': 'Fine-tuned',
    frozen: 'Frozen',
    scratch: 'From scratch',
    random: 'Random',
    reptile: 'Reptile',
    pretrained: 'Pretrained',
  },
  networksInText: {
    shared: 'shared',
    independent: 'independent',
    grouped: 'grouped',
    hard: 'hard',
    soft: 'soft',
    separate: 'separate',
    'fine-tuned': 'fine-tuned',
    frozen: 'frozen',
    scratch: 'from scratch',
    random: 'random',
    reptile: 'Reptile',
    pretrained: 'pretrained',
  },
  sharing: 'Weight sharing',
  compare: 'Compare',
  compareHint: {
    two: 'Train both networks on the same batches',
    more: 'Train all networks in lockstep',
  },
  acts: 'Act',
  transport: 'Transport',
  pause: 'Pause',
  step: 'Step',
  speed: 'Speed',
  speeds: { slow: 'Slow', steady: 'Steady', fast: 'Fast' },
  speedHints: {
    slow: 'Tells each phase of a step',
    steady: 'A pace that the eye can follow',
    fast: 'As fast as it goes',
  },
  reset: 'Reset',
  run: 'Run',
  runAgain: 'Run again',
  resume: 'Continue',
  stepOf: (step: string, steps: string) => `step ${step} of ${steps}`,
  lookingBack: (place: string) => `${place} · back to the newest`,
  lookingBackHint: 'You look back. Training goes on from the newest step.',
  explanation: 'What you see',
  setup: {
    open: 'More…',
    title: 'Set up the run',
    bench: 'Training data',
    lead: 'A new run begins with these settings once you press “Start over with these”; until then nothing changes.',
    apply: 'Start over with these',
    badSeed: (most: string, stays: string) =>
      `Seeds are whole numbers from 0 to ${most}. Seed ${stays} stays.`,
    newSeed: 'Draw another seed',
    notANumber: (text: string) => `“${text}” is not a number. The last good value stays.`,
    outOfRange: (min: string, max: string) => `Must be between ${min} and ${max}. The last good value stays.`,
    range: (min: string, max: string) => `${min} to ${max}`,
  },
  labels: {
    data: 'Digits',
    examples: 'Examples',
    seed: 'Seed',
    batch: 'Batch size',
    rate: 'Learning rate',
    optimizer: 'Optimizer',
    steps: 'Steps of a run',
    decay: 'Rate decay',
    labels: 'Answers known to task B',
    units: 'Units of the narrow trunk layer',
    depth: 'Layers of the trunk',
    shrink: 'Part of a residual lost each step',
    init: 'Independent kernels start',
    sharing: 'Sharing',
    compare: 'Compare',
    outer: 'Outer rate',
    inner: 'Inner steps',
    tasks: 'Tasks of an outer step',
  },
  options: {
    roaming: 'Roaming',
    corner: 'Corner',
    centred: 'Centred',
    sgd: 'SGD',
    momentum: 'Momentum',
    adam: 'Adam',
    none: 'None',
    'last-fifth': '× 0.2 in the last fifth',
    own: 'Each on its own',
    copies: 'As copies of the shared one',
  },
  optionHints: {
    roaming: 'Digits anywhere on the canvas',
    corner: 'Trained top left, tested bottom right',
    centred: 'Digits in the middle, full size',
  },
  carries: {
    all: (carried: string) => `This file carries ${carried} training digits.`,
    short: (asked: string, carried: string) =>
      `This run asks for ${asked} training digits. The file carries ${carried}, and the networks train on those.`,
    /** Of an old task: 0 to 4. */
    shortOfSome: (asked: string, carried: string, found: string) =>
      `The old task asks for ${asked} training digits 0 to 4. Of the ${carried} digits that the file carries about ${found} are such, and the networks train on those.`,
    full: 'The full version has all of them',
  },
  stored: (steps: string) => `A recorded run of ${steps} steps.`,
  trainHere: 'Press Run to train it here, in this page.',
  fullVersion: 'Open the full version',
  backend: { webgl: 'GPU', cpu: 'CPU' },
  loading: {
    data: (percent: string) => `loading data ${percent}`,
    again: (percent: string, attempt: string) => `loading data ${percent}, attempt ${attempt}`,
    kernels: (percent: string) => `preparing GPU ${percent}`,
  },
  opening: 'starting…',
  /** When the switch goes to a network, by lab where its networks are its own. `before`: parameters of the other. */
  switched: {
    tying: {
      shared: (parameters: string, before: string) =>
        `Sharing on. ${before} parameters became ${parameters}.`,
      grouped: (parameters: string, before: string) =>
        `Sharing in groups. ${before} parameters became ${parameters}.`,
      independent: (parameters: string, before: string) =>
        `Sharing off. ${before} parameters became ${parameters}.`,
    },
    'multi-task': {
      hard: (parameters: string, before: string) =>
        `One trunk for both tasks. ${before} parameters became ${parameters}.`,
      soft: (parameters: string, before: string) =>
        `A shared part and residuals. ${before} parameters became ${parameters}.`,
      separate: (parameters: string, before: string) =>
        `A trunk for each task. ${before} parameters became ${parameters}.`,
    },
    transfer: {
      scratch: (parameters: string) => `A trunk of its own that learns: ${parameters} parameters to learn.`,
      random: (parameters: string) =>
        `A trunk of its own as it was drawn, locked: ${parameters} parameters to learn, those of the head.`,
      frozen: (parameters: string) =>
        `The lent trunk, locked: ${parameters} parameters to learn, those of the head.`,
      'fine-tuned': (parameters: string) =>
        `The lent trunk goes on learning: ${parameters} parameters to learn.`,
    },
    'meta-learning': {
      random: (parameters: string) =>
        `The start as it was drawn. ${parameters} parameters, as in the others.`,
      pretrained: (parameters: string) =>
        `The start of pretraining. ${parameters} parameters, as in the others.`,
      reptile: (parameters: string) => `The start of Reptile. ${parameters} parameters, as in the others.`,
    },
  },
  /** A question that the run answers. */
  prediction: {
    wait: 'Press Run: the networks will tell.',
    right: 'You were right.',
    wrong: (response: string) => `You said “${response}”.`,
    truth: (answer: string) => `The run says: ${answer}.`,
  },
} as const;
