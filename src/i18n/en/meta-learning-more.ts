/** English: the evidence of Meta-learning and its question. */
export const metaLearningMore = {
  lossNote:
    'mean squared error, log scale; of Reptile on the way through its inner steps, of the others at the start: not to be compared',
  title: 'Evidence',
  errorTitle: 'Error after five steps',
  errorNote: (tasks: string) => `mean squared error on ${tasks} waves never seen, log scale`,
  adaptTitle: 'Error while adapting',
  adaptNote: (tasks: string, points: string, steps: string) =>
    `on ${tasks} waves never seen, ${points} ${points === '1' ? 'point' : 'points'} each, after 0 to ${steps} steps, log scale`,
  adaptNotYet: 'Measured when training pauses.',
  adaptPoint: (steps: string, error: string) => `after ${steps}: ${error}`,
  adaptSummary: (network: string, points: string) => `${network}, error on waves never seen: ${points}.`,
  errorSummary: (network: string, step: string, error: string) =>
    `${network} at step ${step}: error ${error} after five steps on each of the held-out waves.`,
  cost: 'Cost',
  costNote: 'The three differ in what they see, not in what they are.',
  columns: {
    parameters: 'parameters',
    memory: 'memory',
    multiplyAdds: 'multiply-adds a point',
    points: 'points a step',
    ms: 'ms per step',
    before: 'error before adapting',
    after: 'error after five steps',
  },
  seen: (reptile: string, pretrained: string) =>
    `An outer step of Reptile sees ${reptile} points, a step of pretraining ${pretrained}.`,
  /** Once this run has measured it. */
  least: (pretrained: string, waves: string, least: string) =>
    `Before adapting, the pretrained start errs by ${pretrained}; no one curve for all ${waves} waves could err by less than ${least}, as their mean does.`,
  predict: {
    question: 'Before adapting, which trained start is less wrong, and which after five steps?',
    options: {
      'none-reptile': 'before neither, after five Reptile’s',
      'none-pretrained': 'before neither, after five the pretrained one',
      'pretrained-reptile': 'before the pretrained one, after five Reptile’s',
      'reptile-reptile': 'Reptile’s, both times',
      other: 'something else',
    },
    note: (percent: string) => `Less wrong counts from ${percent} on.`,
    needsBoth: 'Turn Compare on: the run answers when all starts have trained.',
    measured: (before: string, after: string) =>
      `Errors before adapting: ${before}. After five steps: ${after}.`,
    pair: (pretrained: string, reptile: string) => `pretrained ${pretrained}, Reptile ${reptile}`,
  },
} as const;
