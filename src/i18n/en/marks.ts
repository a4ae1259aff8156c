/** English: the marks of a run beside its data: changed by hand, and where it trains. */
export const marks = {
  changed: 'Changed by hand',
  changedHint: 'You changed this run by hand. A link gives the run without it; Reset clears it.',
  backendReason: {
    asked: 'as you chose',
    gpu: 'a GPU that computes exactly',
    'no-webgl': 'no WebGL 2 in the worker',
    'unusable-webgl': 'WebGL 2 is there but the engine cannot use it',
    'software-gpu': 'the GPU here is only simulated, the CPU is faster',
    'half-float': 'the GPU computes only with half precision',
    'asked-but-missing': 'the GPU was asked for but cannot be used here',
    'context-lost': 'the browser took the GPU away twice',
  },
  trainOn: 'Train on',
  trainsOn: (where: string) => `trains on the ${where}`,
  trainsBecause: (where: string, why: string) => `The networks train on the ${where}: ${why}.`,
} as const;
