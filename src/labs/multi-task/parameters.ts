/** The public keys of the multi-task lab: those of every lab and its own. */
import { extendParameters, type ParameterTable, type StateOf } from '../../spec/parameters';

const own = {
  sharing: {
    kind: 'choice',
    options: ['hard', 'soft', 'separate'],
    default: 'hard',
    doc: 'Which network the stage shows: one trunk for both tasks, a shared part and residuals, or two trunks.',
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
    options: ['tasks'],
    default: 'tasks',
    doc: 'The one act of this lab: two tasks are learned together.',
    hiddenWith: 'acts',
  },
  data: {
    kind: 'choice',
    options: ['odd-even', 'slant'],
    default: 'odd-even',
    doc: 'The second task: is the digit odd, or does it lean more than half of all training digits do?',
    hiddenWith: 'acts',
  },
  labels: {
    kind: 'integer',
    min: 20,
    max: 5000,
    default: 50,
    doc: 'Digits of which the second task knows the answer: the first so many of those the first task knows.',
    hiddenWith: 'data',
  },
  examples: {
    kind: 'integer',
    min: 20,
    max: 8000,
    default: 5000,
    doc: 'Digits of which the first task knows the answer.',
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
  units: {
    kind: 'integer',
    min: 2,
    max: 64,
    default: 16,
    doc: 'Units of the narrow layer of the trunk (tanh), from which both heads read.',
    hiddenWith: 'settings',
  },
  depth: {
    kind: 'choice',
    options: [1, 2],
    default: 2,
    doc: '2: the narrow layer comes after one of 64 ReLU units; 1: it is the whole trunk.',
    hiddenWith: 'settings',
  },
  shrink: {
    kind: 'number',
    min: 0,
    max: 1,
    default: 0.01,
    doc: 'Of soft sharing: the part of every residual that is lost after each step.',
    hiddenWith: 'settings',
  },
  unit: {
    kind: 'integer',
    min: 1,
    max: 64,
    default: 7,
    doc: 'Which hidden unit of the first layer the stage shows; beyond the last one, the last.',
    hiddenWith: null,
  },
  digit: {
    kind: 'integer',
    min: 0,
    max: 19,
    // A 7 that plainly leans, by the eye and by the rule.
    default: 17,
    doc: 'Sample digit that the networks are asked about.',
    hiddenWith: null,
  },
} as const satisfies ParameterTable;

export const multiTaskParameters = extendParameters(own);
export type MultiTaskState = StateOf<typeof multiTaskParameters>;
