/** The public keys of How much to share: those of every lab and its own. */
import { extendParameters, type ParameterTable, type StateOf } from '../../spec/parameters';

const own = {
  sharing: {
    kind: 'choice',
    options: ['shared', 'independent', 'grouped'],
    default: 'grouped',
    doc: 'Which network the stage shows: one kernel, one for each position, or one for each colour of the map.',
    hiddenWith: 'switch',
  },
  compare: {
    kind: 'flag',
    default: true,
    doc: '1: all three networks train in lockstep on the same batches; 0: only the chosen one trains.',
    hiddenWith: 'compare',
  },
  act: {
    kind: 'choice',
    options: ['map'],
    default: 'map',
    doc: 'The one act of this lab: a map says which positions share a kernel.',
    hiddenWith: 'acts',
  },
  data: {
    kind: 'choice',
    options: ['roaming', 'centred', 'two-rules'],
    default: 'roaming',
    doc: 'The task: digits anywhere, in the middle, or read by one rule above and another below.',
    hiddenWith: 'acts',
  },
  examples: {
    kind: 'integer',
    min: 10,
    max: 8000,
    default: 1000,
    doc: 'Number of training digits; under two rules each is two pictures.',
    hiddenWith: 'data',
  },
  steps: {
    kind: 'integer',
    min: 1,
    max: 20_000,
    default: 600,
    doc: 'Run trains up to this step, then pauses.',
    hiddenWith: 'settings',
  },
  decay: {
    kind: 'choice',
    options: ['none', 'last-fifth'],
    default: 'last-fifth',
    doc: 'last-fifth: the learning rate times 0.2 from the last fifth of the steps on, also in steps beyond them.',
    hiddenWith: 'settings',
  },
  map: {
    kind: 'tie-map',
    default: 'rows',
    doc: 'Which of the 16x16 positions share a kernel in the grouped network, row by row.',
    hiddenWith: 'settings',
  },
  soft: {
    kind: 'flag',
    default: false,
    doc: '1: in the grouped network each position adds a residual of its own to the kernel of its group.',
    hiddenWith: 'settings',
  },
  shrink: {
    kind: 'number',
    min: 0,
    max: 1,
    default: 0.1,
    doc: 'With soft=1: the part of every residual that is lost after each step.',
    hiddenWith: 'settings',
  },
  filter: {
    kind: 'integer',
    min: 1,
    max: 8,
    default: 1,
    doc: 'Which of the eight filters the stage shows.',
    hiddenWith: null,
  },
  digit: {
    kind: 'integer',
    min: 0,
    max: 19,
    default: 17,
    doc: 'Sample digit that the task is shown with.',
    hiddenWith: null,
  },
} as const satisfies ParameterTable;

export const howMuchParameters = extendParameters(own);
export type HowMuchState = StateOf<typeof howMuchParameters>;
