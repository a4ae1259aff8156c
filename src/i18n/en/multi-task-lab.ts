/** English: what the multi-task lab says. */
const second = { 'odd-even': 'odd or even', slant: 'slant' } as const;

export const multiTaskLab = {
  leads: {
    'odd-even': (first: string, other: string) =>
      `Task A names digits and has ${first} answers to learn from. Task B asks if a digit is odd and has ${other}. Press Run: does B gain from sharing A’s trunk?`,
    slant: (first: string, other: string) =>
      `Task A names digits and has ${first} answers to learn from. Task B asks if a digit leans more, by the second moments of its ink, than half of all training digits do, and has ${other}. Press Run: does B gain from sharing A’s trunk?`,
  },
  tasksLegend: 'Second task',
  tasks: { 'odd-even': 'Odd or even', slant: 'Slant' },
  labels: 'Answers known to task B',
  // The card.
  trunks: {
    hard: (parameters: string) => `one trunk, ${parameters} parameters`,
    soft: (parameters: string) => `one trunk and residuals, ${parameters} parameters`,
    separate: (parameters: string) => `two trunks, ${parameters} parameters`,
  },
  digit: 'digit',
  second,
  taskA: 'task A: which digit?',
  taskB: { 'odd-even': 'task B: odd?', slant: 'task B: leaning?' },
  taskAShort: 'A: which digit?',
  taskBShort: { 'odd-even': 'B: odd?', slant: 'B: leaning?' },
  classes: { 'odd-even': ['even', 'odd'], slant: ['upright', 'leaning'] },
  kernels: {
    hard: ['one trunk'],
    soft: ['shared part', 'A’s own', 'B’s own'],
    separate: ['trunk A', 'trunk B'],
  },
  learned: 'learned so far',
  startsRandom: 'a random start',
  /** Above the tiles: whose gradients they are. */
  unit: {
    digit: (unit: number) => `unit ${unit}, of this digit`,
    batch: (unit: number) => `unit ${unit}, of the last batch`,
    unknown: (unit: number) => `unit ${unit}`,
  },
  unanswered: { yet: 'no answer yet', atStep: 'no answer of this step', atStepShort: 'no answer kept' },
  tileNames: ['gradient of A', 'gradient of B'],
  tileNamesShort: ['of A', 'of B'],
  sum: { hard: 'sum: moves the trunk', soft: 'sum: moves the shared part' },
  sumShort: 'their sum',
  noSum: ['no sum: each', 'moves its', 'own trunk'],
  gradientsUnknown: 'gradients: not kept',
  arrowNames: ['A', 'B'],
  arrowSum: 'A + B',
  lengths: (first: string, other: string) => `length of A ${first}, of B ${other}`,
  angle: (degrees: string, cosine: string) => `angle ${degrees}°, cosine ${cosine}`,
  noAngle: 'no angle: one of them has no length',
  ownTrunks: 'each moves its own trunk',
  // The line under the card.
  same: {
    hard: (difference: string) =>
      `✓ gradient A + gradient B = gradient of the trunk, largest difference ${difference}`,
    soft: (difference: string) =>
      `✓ gradient A + gradient B = gradient of the shared part, largest difference ${difference}`,
    separate: (difference: string) =>
      `✓ gradient A and gradient B = those of their trunks, largest difference ${difference}`,
  },
  differ: (difference: string) => `✗ the gradients and a second computation of them differ, by ${difference}`,
  summary: (step: string, trunks: string, arrows: string, answers: string, line: string) =>
    [step, trunks, arrows, answers, line].filter(Boolean).join(' '),
  summaryTrunks: {
    hard: 'Both tasks use one trunk.',
    soft: 'Both tasks use a shared part, and each adds a part of its own.',
    separate: 'Each task has a trunk of its own.',
  },
  summaryArrows: (first: string, other: string, angle: string | null) =>
    `Over the whole trunk the gradient of task A has length ${first}, that of task B ${other}${angle === null ? '' : `, the angle between them is ${angle} degrees`}.`,
  summaryAnswers: (answers: string) => `Of the picture they say: ${answers}.`,
  stepName: (step: string) => `Step ${step}.`,
  beforeTraining: 'Before training.',
  units: 'Hidden unit',
  // What happens, in a sentence.
  exampleLine: (batch: string) =>
    `Before training: the gradients of this one digit. Press Run to train on ${batch} digits of each task at a time.`,
  startLine: 'Looking back to the random start: the gradients of this one digit.',
  lastLoss: (losses: string) => `Loss of the last batch, both tasks added: ${losses}.`,
  lossOf: (network: string, loss: string) => `${network} ${loss}`,
  told: {
    forward: (batch: string, repeated: string | null, losses: string) =>
      `Forward. ${batch} digits go to task A, ${batch} to task B${repeated === null ? '' : ` (its ${repeated} answers repeat)`}. Loss, both tasks added: ${losses}.`,
    gradients: 'Backward. Each task finds the gradient of the trunk that it used.',
    sum: {
      hard: 'Sum. Both gradients add up: the diagonal is what moves the trunk.',
      soft: 'Sum. The sum is the gradient of the shared part; each task’s own part gets its own.',
      separate: 'No sum. Each gradient stays with its own trunk.',
    },
    update: {
      hard: 'Update. The one trunk moves, for both tasks at once.',
      soft: 'Update. The shared part moves by the sum; each own part moves, and then shrinks.',
      separate: 'Update. Each task moves its own trunk.',
    },
  },
  // The learner's digit.
  digitTitle: 'Your digit',
  digitNote: 'never trained on',
  otherDigit: 'Another digit',
  draw: 'Draw one',
  sample: 'Back to the sample',
  picture: { sample: (digit: number) => `A sample digit, ${digit}`, own: 'Your drawing' },
  truth: (digit: string, other: string) => `It is ${digit}, and ${other}.`,
  ownTruth: (other: string) => `Your drawing. By the rule of task B it is ${other}.`,
  ownNoTruth: 'Your drawing. Only you know which digit it is.',
  says: (digit: number, sure: string, other: string, otherSure: string) =>
    `${digit} (${sure}), ${other} (${otherSure})`,
  right: 'right',
  wrong: 'wrong',
  silence: {
    untrained: 'not trained yet',
    atStart: 'untrained at this step',
    notOnBench: 'not on the bench: turn Compare on',
    asked: 'being asked',
    yet: 'no answer yet',
    atStep: 'no answer of this step',
  },
  answersHead: { network: 'Network', digit: 'digit', second },
  answersCaption: 'What each network says of this picture',
  // Values on request.
  values: 'Values as a table',
  valuesCaption: (name: string, unit: number) =>
    `${name}: gradients of hidden unit ${unit}, and of the whole trunk`,
  valuesHead: { what: 'Gradient', unit: 'of this unit', trunk: 'of the whole trunk' },
  valuesRows: { first: 'Task A', other: 'Task B', sum: 'Sum', cosine: 'Cosine of the angle' },
  // Explanation: texts with marked words, [words|part].
  explanation: {
    always: [
      'Two tasks look at [a digit|pictures]. Each goes through [a trunk|trunk] to [a head|heads] of its own. Hard sharing: both use one trunk. Separate: each has its own. Soft: a shared part, and a part of each task’s own that shrinks.',
      'Backward, each task finds [its gradient|tiles] of the trunk. Shared, they are [added up|sum]: [the diagonal of the two arrows|arrows] is what moves the trunk. Once task B has its answers by heart, its arrow is short. The [line with the check mark|identity] compares the sum with the gradient computed another way.',
    ],
    /** Until the run has measured what comes of sharing. */
    before: {
      'odd-even':
        'Odd or even is a function of the digit. Does a trunk that serves the digits serve it too? The run tells.',
      slant:
        'The same digit can lean or stand upright. Does a trunk that serves the digits serve the slant too? The run tells.',
    },
    // What hard sharing did to task B in the run.
    gains: {
      'odd-even':
        'In this run odd or even gained from hard sharing. It is a function of the digit: a trunk that tells digits apart has nearly solved it already, and a narrow layer makes that visible.',
      slant:
        'In this run slant gained from hard sharing, though who names digits need not know how they lean.',
    },
    loses: {
      'odd-even':
        'In this run odd or even lost by hard sharing, though it is a function of the digit: a head with few answers to learn from can go wrong on a good trunk too.',
      slant:
        'In this run slant lost by hard sharing. Who names digits must forget how they lean: a narrow trunk that serves task A leaves little of the slant for task B.',
    },
    level: {
      'odd-even':
        'In this run hard sharing made hardly a difference to odd or even: with a trunk of its own task B does about as well.',
      slant:
        'In this run hard sharing made hardly a difference to slant: with a trunk of its own task B does about as well.',
    },
  },
} as const;
