/** English: what the Recurrent lab says. */

export const recurrentLab = {
  tasks: 'Task',
  task: { language: 'Language', first: 'First', third: 'Third', parity: 'Parity' },
  questions: {
    language: 'Why can one cell read a word of any length?',
    first: 'Can it remember the first symbol for twice as long?',
    third: 'When is a cell for each step better?',
    parity: 'Can one cell count odd and even for ever?',
  },
  leads: {
    language:
      'Both networks learn six languages from short words. Press Run, then give them a longer word: one cell reads on.',
    first:
      'Both networks learn to recall the first symbol of short strings. Press Run, then let them carry it twice as far.',
    third:
      'Every string has twelve symbols, and only the third one counts. With few examples, cells of their own find it first.',
    parity:
      'Both networks learn whether the ones so far are odd or even. Press Run, then give them more bits than they trained on.',
  },
  // The word on the stage.
  yourWord: { language: 'Your word', first: 'Your string', third: 'Your string', parity: 'Your bits' },
  another: 'Another',
  anotherHint: {
    language: 'Another word that neither network has trained on',
    first: 'Another string',
    third: 'Another string',
    parity: 'Another bit stream',
  },
  badSymbol: {
    language: (symbol: string) => `“${symbol}” is no letter from a to z. The word on the stage stays.`,
    first: (symbol: string) => `“${symbol}” is none of the symbols A to D. The string on the stage stays.`,
    third: (symbol: string) => `“${symbol}” is none of the symbols A to H. The string on the stage stays.`,
    parity: (symbol: string) => `“${symbol}” is no bit: type 0 or 1. The bits on the stage stay.`,
  },
  tooLong: (most: string, typed: string) =>
    `That is ${typed} symbols; the networks read up to ${most}. What was on the stage stays.`,
  alphabet: {
    language: 'letters a to z; accents do not count',
    first: 'symbols A to D',
    third: 'symbols A to H',
    parity: 'bits, 0 and 1',
  },
  longest: {
    language: 'Longest training word',
    first: 'Longest training string',
    third: 'Longest training string',
    parity: 'Longest training string',
  },
  longestIs: {
    language: (length: string) => `${length} letters`,
    first: (length: string) => `${length} symbols`,
    third: (length: string) => `${length} symbols`,
    parity: (length: string) => `${length} bits`,
  },
  // Names of the classes, by task; symbols are named as they are written.
  languages: ['English', 'Spanish', 'German', 'Finnish', 'Turkish', 'Italian'],
  parities: ['even', 'odd'],
  // Card.
  parameters: {
    shared: (count: string) => `${count} parameters`,
    independent: (count: string, cells: string) => `${count} parameters in ${cells} cells`,
  },
  says: (name: string, share: string) => `says ${name}, ${share}`,
  waiting: 'reading…',
  right: 'right',
  wrong: 'wrong',
  heat: {
    language: 'which language after each letter, in %',
    first: 'which symbol came first, in %',
    third: 'which symbol came third, in %',
    parity: 'odd or even after each bit, in %',
  },
  /** Longest first: the first that fits is shown. */
  beyond: {
    language: ['longer than any training word', 'never trained so far', 'beyond'],
    first: ['longer than any training string', 'never trained so far', 'beyond'],
    third: ['longer than any training string', 'beyond'],
    parity: ['longer than any training string', 'never trained so far', 'beyond'],
  },
  state: 'state,',
  units: (count: string) => `${count} units`,
  gradientLabel: ['gradient', 'per step'],
  ownLabel: 'own W',
  sumOf: (count: string) => `Σ of ${count} steps`,
  sumShort: (count: string) => `Σ of ${count}`,
  equalsGradient: '= ∂L/∂W',
  same: (difference: string) => `✓ ${difference}`,
  differ: (difference: string) => `✗ ${difference}`,
  sumLength: (length: string) => `|Σ| ${length}`,
  moves: 'moves',
  change: (length: string) => `|ΔW| ${length}`,
  uses: (count: string) => `one W, used ${count} times`,
  usesShort: ['one W,', 'used'],
  times: (count: string) => `${count} times`,
  rowsFor: {
    language: (rows: string) => `${rows} rows for the letter,`,
    first: (rows: string) => `${rows} rows for the symbol,`,
    third: (rows: string) => `${rows} rows for the symbol,`,
    parity: (rows: string) => `${rows} rows for the bit,`,
  },
  rowsForState: (rows: string) => `${rows} for the state, 1 bias`,
  shareLabel: 'share',
  sharePercent: 'share, %',
  shareShort: (part: number) => `${part < 0 ? '−' : ''}${Math.abs(part)}`,
  share: (part: number) => `${part < 0 ? '−' : ''}${Math.abs(part)}\u202f%`,
  ownLine: 'each gradient moves only its own W',
  never: 'never trained',
  beyondShared: {
    language: ['no training word gets this far;', 'the same W reads on'],
    first: ['no training string gets this far;', 'the same W reads on'],
    third: [],
    parity: ['no training string gets this far;', 'the same W reads on'],
  },
  beyondOwn: {
    language: ['no training word gets this far;', 'these W stay as they began'],
    first: ['no training string gets this far;', 'these W stay as they began'],
    third: [],
    parity: ['no training string gets this far;', 'these W stay as they began'],
  },
  // Lines under the cards.
  sharedSame: (steps: string, difference: string) =>
    `✓ sum over ${steps} steps = gradient of W, largest difference ${difference}`,
  sharedDiffer: (steps: string, difference: string) =>
    `✗ sum over ${steps} steps and gradient of W: they differ, by ${difference}`,
  ownSame: (steps: string, difference: string) =>
    `✓ ${steps} gradients, ${steps} cells: nothing is added up. Largest difference to each cell’s gradient ${difference}`,
  ownDiffer: (difference: string) =>
    `✗ the gradients of the steps and those of their cells: they differ, by ${difference}`,
  // What happens, in a sentence.
  exampleLine: (text: string, steps: string) =>
    `Not trained yet. Gradients of one training sequence, “${text}”, through ${steps} steps. Press Run.`,
  beyondLine: {
    language: (letters: string, trained: string) =>
      `This word has ${letters} letters; no training word has more than ${trained}.`,
    first: (letters: string, trained: string) =>
      `This string has ${letters} symbols; no training string has more than ${trained}.`,
    third: () => '',
    parity: (letters: string, trained: string) =>
      `This stream has ${letters} bits; no training string has more than ${trained}.`,
  },
  told: {
    forward: {
      shared: 'The one W reads every step in turn.',
      independent: 'Every step is read by its own W.',
      both: 'Shared: the one W reads every step. Independent: each step has its own.',
    },
    gradients:
      'Backward through time. From the last step to the first, each finds the gradient of the W it used.',
    sum: {
      shared: (steps: string) => `Sum. The ${steps} gradients add up to the gradient of the one W.`,
      independent: (steps: string) => `No sum. The ${steps} gradients stay where they are.`,
      both: (steps: string) =>
        `Shared: the ${steps} gradients add up. Independent: they stay where they are.`,
    },
    update: {
      shared: (change: string) => `Update. The sum moves the one W, by ${change}.`,
      independent: () => 'Update. Each gradient moves its own W.',
      both: (change: string) =>
        `Update. Shared: the sum moves the one W, by ${change}. Independent: each gradient moves its own.`,
    },
  },
  // The steps as a grid.
  stepsGrid: { shared: 'Steps of the sequence, shared', independent: 'Steps of the sequence, independent' },
  stepName: (step: number, letter: string | null) =>
    letter === null ? `Step ${step}` : `Step ${step}, ${letter}`,
  stepSays: (name: string, share: string) => `says ${name}, ${share}`,
  stepGradient: (norm: string, share: string | null) =>
    `gradient norm ${norm}${share === null ? '' : `, contributes ${share} to the sum`}`,
  stepOne: 'reads with the one W',
  stepOwn: (change: string) => `reads with its own W, which moved by ${change}`,
  stepNever: 'reads with its own W, which was never trained',
  stepUnknown: 'gradient not kept',
  summary: (when: string, word: string, says: string, cells: string, identity: string) =>
    `${when}. “${word}”, read symbol by symbol: ${says}. ${cells} ${identity}`,
  whenStep: (step: string) => `Step ${step}`,
  beforeTraining: 'Before training',
  cellsShared: (steps: string) => `One W at all ${steps} steps.`,
  cellsOwn: (trained: string, steps: string) =>
    `A W for each step; ${trained} of them are trained, the word has ${steps} steps.`,
  // The chosen step.
  closeTitle: (step: number, letter: string | null) =>
    letter === null ? `Step ${step}` : `Step ${step}: ${letter}`,
  closeFacts: {
    says: 'says',
    state: 'state, norm',
    gradient: 'gradient, norm',
    share: 'share of the sum',
    weights: 'W, norm',
    moved: 'W moved by',
  },
  closeShared: 'Every step reads the one W; its gradient is one part of the sum.',
  closeOwn: 'The gradient of this step is the whole gradient of its own W.',
  closeNever: 'No training sequence gets this far: this W is as it began.',
  closeSharedNever: 'No training sequence gets this far. The one W learned at the steps before.',
  values: 'Values as a table',
  valuesCaption: (name: string, step: number) => `${name}, step ${step}: weights of the symbol that is read`,
  valuesHead: { unit: 'Unit', state: 'State', weight: 'Weight', gradient: 'Gradient', sum: 'Sum' },
  classHead: 'Class',
  probabilityHead: 'Probability',
  // Accuracy by length.
  lengthTitle: {
    language: 'Accuracy on words never seen, by length',
    first: 'Accuracy on strings never seen, by length',
    third: 'Accuracy on strings never seen',
    parity: 'Accuracy on bit streams never seen, by length',
  },
  lengthNotYet: 'Press Run: each length is measured as the networks learn.',
  lengthNote: 'on up to 200 held-out sequences of each length',
  lengthsTrained: 'lengths trained on',
  guess: (share: string) => `a guess: ${share}`,
  lengthUnit: { language: 'letters', first: 'symbols', third: 'symbols', parity: 'bits' },
  lengthSummary: (network: string, list: string) => `${network}: ${list}.`,
  lengthPoint: (length: string, share: string) => `${share} at ${length}`,
  // The prediction.
  predict: {
    title: 'What do you think?',
    question: {
      language: 'Which of the two will read a 12-letter word?',
      first: 'Which of the two will recall the first of 20 symbols?',
      third: 'Which of the two will find the third symbol?',
      parity: 'Which of the two will tell the parity of 12 bits?',
    },
    options: {
      shared: 'One cell, shared',
      independent: 'A cell for each step',
      both: 'Both',
      neither: 'Neither',
    },
    counts: (points: string, share: string) => `It counts as yes ${points} points above a guess (${share}).`,
    measured: (shared: string, independent: string, length: string) =>
      `Measured at length ${length}: shared ${shared}, independent ${independent}.`,
    needsBoth: 'Turn Compare on: both networks have to be trained for the answer.',
  },
  // Explanation: texts with marked words, [words|part].
  explanation: {
    language: [
      'A recurrent cell reads one letter at a time. Its [state|states] carries what it has read so far to the next step.',
      'After each letter the state is turned into [probabilities of the six languages|heat].',
      'Shared: every step uses [the same W|weights], so a word may have any length. Independent: each step has its own, and those beyond the longest training word were never trained.',
      'Each step finds [its own gradient|tiles] of the W that it used; shared, [their sum|sum] moves the one W. The [check mark|identity] compares that sum with the gradient computed another way.',
    ],
    first: [
      'The first symbol has to be carried in the [state|states] to the end, however far that is.',
      'After each symbol the networks say [which one came first|heat].',
      'Shared: [the same W|weights] holds what it has at every step, also at steps that no training string has.',
      'Each step finds [its own gradient|tiles]; shared, [their sum|sum] moves the one W. The [check mark|identity] compares that sum with the gradient computed another way.',
    ],
    third: [
      'All strings have twelve symbols and only the third one counts.',
      'A cell for each step can treat [the third step|weights] differently from all others. One shared cell has to count to three with its [state|states] first.',
      'Sharing assumes that every step does the same job. Here that is false, and with few examples the shared network falls behind.',
      'Each step finds [its own gradient|tiles]; shared, [their sum|sum] moves the one W. The [check mark|identity] compares that sum with the gradient computed another way.',
    ],
    parity: [
      'Each bit turns odd into even or leaves it. The [state|states] has to hold one bit, and the rule is the same at every step.',
      'After each bit the networks say [odd or even|heat]; the outlined one is right.',
      'Shared: [the same W|weights] applies that one rule at every step. Independent: each step learns it anew, and those beyond the trained length never do.',
      'Each step finds [its own gradient|tiles]; shared, [their sum|sum] moves the one W. The [check mark|identity] compares that sum with the gradient computed another way.',
    ],
  },
} as const;
