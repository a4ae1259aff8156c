/** The public keys of Transfer: those of every lab and its own. */
import { extendParameters, type ParameterTable, type StateOf } from '../../spec/parameters';

const own = {
  sharing: {
    kind: 'choice',
    options: ['scratch', 'random', 'frozen', 'fine-tuned'],
    default: 'frozen',
    doc: 'Which network the stage shows: from scratch, on a frozen random trunk, on the lent trunk frozen, or fine-tuned.',
    hiddenWith: 'switch',
  },
  compare: {
    kind: 'flag',
    default: true,
    doc: '1: all four networks train in lockstep on the same batches; 0: only the chosen one trains.',
    hiddenWith: 'compare',
  },
  act: {
    kind: 'choice',
    options: ['lend'],
    default: 'lend',
    doc: 'The one act of this lab: a trunk is trained on one task and lent to another.',
    hiddenWith: 'acts',
  },
  data: {
    kind: 'choice',
    options: ['roaming'],
    default: 'roaming',
    doc: 'The one data set of this lab: small digits anywhere on the canvas, 0 to 4 and then 5 to 9.',
    hiddenWith: 'data',
  },
  examples: {
    kind: 'integer',
    min: 1,
    max: 50,
    default: 5,
    doc: 'Training examples of each new digit, 5 to 9.',
    hiddenWith: 'data',
  },
  batch: {
    kind: 'integer',
    min: 1,
    max: 256,
    default: 64,
    doc: 'Examples in each training step; of the new digits no more than there are.',
    hiddenWith: 'settings',
  },
  rate: {
    kind: 'number',
    min: 1e-6,
    max: 1000,
    default: 0.01,
    doc: 'Learning rate of the new task; a fine-tuned trunk moves with 0.3 of it. That of the old task is 0.006.',
    hiddenWith: 'settings',
  },
  steps: {
    kind: 'integer',
    min: 1,
    max: 20_000,
    default: 650,
    doc: 'Run trains up to this step, then pauses. The first 500 steps are those of the old task.',
    hiddenWith: 'settings',
  },
  decay: {
    kind: 'choice',
    options: ['none', 'last-fifth'],
    default: 'last-fifth',
    doc: 'last-fifth: the learning rate times 0.2 in the last fifth of each task, also in steps beyond the run.',
    hiddenWith: 'settings',
  },
  filter: {
    kind: 'integer',
    min: 1,
    max: 8,
    default: 1,
    doc: 'Which of the eight kernels of the first layer is looked at closely.',
    hiddenWith: null,
  },
  digit: {
    kind: 'integer',
    min: 1,
    max: 10,
    default: 1,
    doc: 'Which of the ten held-out sample digits of the task at hand the networks are asked about.',
    hiddenWith: null,
  },
} as const satisfies ParameterTable;

export const transferParameters = extendParameters(own);
export type TransferState = StateOf<typeof transferParameters>;
