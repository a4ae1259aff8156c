/**
 * The public keys of the Recurrent lab: those of every lab and its own. A task is chosen together with the values
 * that it is calibrated for (docs/findings.md), so that one press leads to what is claimed.
 */
import { commonParameters, extendParameters, type ParameterTable, type StateOf } from '../../spec/parameters';
import type { SequenceTask } from '../../spec/sequence-tasks';

/** All training words there are. */
const MOST_WORDS = 15_608;
/** The longest sequence of any task. */
const MOST_SYMBOLS = 20;

const own = {
  sharing: {
    ...commonParameters.sharing,
    doc: 'Which network the stage shows: one cell for all steps, or one for each.',
  },
  act: {
    kind: 'choice',
    options: ['read'],
    default: 'read',
    doc: 'Read: both networks train, and read the sequence on the stage.',
    hiddenWith: 'acts',
  },
  data: {
    kind: 'choice',
    options: ['language', 'first', 'third', 'parity'],
    default: 'language',
    doc: 'The task: the language of a word, the first symbol, the third symbol, the parity of bits.',
    hiddenWith: 'acts',
  },
  examples: {
    kind: 'integer',
    min: 10,
    max: MOST_WORDS,
    default: MOST_WORDS,
    doc: 'Number of training words or strings.',
    hiddenWith: 'data',
  },
  rate: { ...commonParameters.rate, default: 0.003 },
  steps: { ...commonParameters.steps, default: 1500 },
  decay: { ...commonParameters.decay, default: 'last-fifth' },
  longest: {
    kind: 'integer',
    min: 0,
    max: 12,
    default: 0,
    doc: 'Symbols of the longest training sequence; 0: as the task has it.',
    hiddenWith: 'data',
  },
  word: {
    kind: 'text',
    character: '[A-Za-z0-9]',
    longest: MOST_SYMBOLS,
    default: '',
    doc: 'The sequence on the stage: letters a to z, or the symbols of the task; nothing: its own example.',
    hiddenWith: null,
  },
} as const satisfies ParameterTable;

export const recurrentParameters = extendParameters(own);
export type RecurrentState = StateOf<typeof recurrentParameters>;

const calibrated: Readonly<Record<SequenceTask, Pick<RecurrentState, 'examples' | 'rate' | 'steps'>>> = {
  language: { examples: MOST_WORDS, rate: 0.003, steps: 1500 },
  first: { examples: 2000, rate: 0.005, steps: 800 },
  third: { examples: 200, rate: 0.005, steps: 600 },
  parity: { examples: 2000, rate: 0.005, steps: 1500 },
};

/** A task as it was calibrated. */
export const ofTask = (data: SequenceTask) =>
  ({
    data,
    ...calibrated[data],
    decay: 'last-fifth',
    longest: 0,
    word: '',
  }) satisfies Partial<RecurrentState>;

/** Numbers of examples to choose from. */
export const exampleChoices: Readonly<Record<SequenceTask, readonly number[]>> = {
  language: [300, 1500, 5000, MOST_WORDS],
  first: [200, 500, 2000, 8000],
  third: [200, 500, 2000, 8000],
  parity: [200, 500, 2000, 8000],
};
