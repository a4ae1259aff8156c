/** English: what the multi-task lab says below its stage: charts, the question, the drawing. */
export const multiTaskMore = {
  costs: 'Hard sharing cuts parameters, not multiply-adds. Soft sharing has the most parameters.',
  costsFoot:
    'Examples seen are those of one task: each step takes as many of the other. The accuracy to reach is that of task B.',
  /** What the right answer is most often, and how often. */
  constant: (answer: string, share: string) => `always ${answer} ${share}`,
  digitCurves: 'Task A: which digit? On digits never seen',
  angleChart: 'Angle between the gradients of both tasks, over the whole trunk',
  angleNote: 'degrees, of the recorded steps',
  angleWarning:
    'The angle is no reliable alarm. With the trunk of 64 and 16 units its mean cosine is about 0 whether the second task gains or loses. Only a trunk of a few units makes the tasks pull apart.',
  // Values on request.
  values: 'Both tasks as a table',
  valuesCaption: 'Held-out accuracy of both tasks, and the angle at the recorded steps',
  valuesHead: {
    network: 'Network',
    first: 'task A',
    other: 'task B',
    angle: 'newest angle',
    least: 'smallest',
    most: 'largest',
  },
  degrees: (angle: string) => `${angle}°`,
  nothingMeasured: 'No angle and no accuracy of task A yet.',
  firstTask: (network: string, step: string, share: string) =>
    `${network}, step ${step}: task A is right on ${share} of held-out digits.`,
  angleText: (network: string, step: string, now: string, least: string, most: string) =>
    `${network}, step ${step}: the angle is ${now} degrees; so far it lay between ${least} and ${most}.`,
  byDigit: 'Task B by digit',
  byDigitNote: 'share of up to 100 held-out digits of each kind that task B gets right',
  digit: 'digit',
  // The question.
  question: {
    'odd-even': 'Will odd or even gain or lose from the shared trunk?',
    slant: 'Will slant gain or lose from the shared trunk?',
  },
  answers: { gains: 'It gains', loses: 'It loses', level: 'No difference' },
  counts: (points: string) => `It gains or loses where hard and separate differ by ${points} points or more.`,
  needsBoth: 'Turn Compare on: the answer needs both trunks.',
  measured: (separate: string, hard: string) => `Task B: separate ${separate}, hard ${hard}.`,
  /** Of the best that one answer to all held-out digits can do. */
  constantSaid: (answer: string, share: string) =>
    `Who always says “${answer}” is right on ${share} of the held-out digits.`,
  // Drawing.
  drawTitle: 'Draw a digit',
  drawHow:
    'Draw with the mouse, a finger or a pen. By keyboard: arrows move the cursor, Space inks or clears its cell, Shift and arrows draw. It is fitted to the size of the training digits.',
  paper: (row: number, column: number, inked: boolean) =>
    `Drawing paper, row ${row} column ${column}, ${inked ? 'ink' : 'blank'}`,
  clear: 'Clear',
  undo: 'Undo',
  use: 'Use this digit',
  blank: 'There is too little ink to read anything.',
} as const;
