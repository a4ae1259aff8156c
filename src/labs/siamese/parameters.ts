/** The public keys of the Siamese lab: those of every lab and its own. */
import { extendParameters, type ParameterTable, type StateOf } from '../../spec/parameters';

const own = {
  act: {
    kind: 'choice',
    options: ['compare'],
    default: 'compare',
    doc: 'The one act of this lab: two pictures are compared.',
    hiddenWith: 'acts',
  },
  data: {
    kind: 'choice',
    options: ['faces', 'turned'],
    default: 'faces',
    doc: 'Two pictures of the same kind, or the one for tower B turned by 90 degrees.',
    hiddenWith: 'acts',
  },
  examples: {
    kind: 'integer',
    min: 10,
    max: 8000,
    default: 8000,
    doc: 'Number of training pairs, half of them of the same person.',
    hiddenWith: 'data',
  },
  rate: {
    kind: 'number',
    min: 1e-6,
    max: 1000,
    default: 0.001,
    doc: 'Learning rate.',
    hiddenWith: 'settings',
  },
  decay: {
    kind: 'choice',
    options: ['none', 'last-fifth'],
    default: 'last-fifth',
    doc: 'last-fifth: the learning rate times 0.2 from the last fifth of the steps on, also in steps beyond them.',
    hiddenWith: 'settings',
  },
  a: {
    kind: 'integer',
    min: 0,
    max: 35,
    default: 25,
    doc: 'Sample picture a; three pictures a person, so 0, 1 and 2 are of one person.',
    hiddenWith: null,
  },
  b: {
    kind: 'integer',
    min: 0,
    max: 35,
    default: 26,
    doc: 'Sample picture b.',
    hiddenWith: null,
  },
  swapped: {
    kind: 'flag',
    default: false,
    doc: '1: picture b goes first, to tower A, and picture a to tower B.',
    hiddenWith: null,
  },
  units: {
    kind: 'integer',
    min: 1,
    max: 16,
    default: 11,
    doc: 'Which four of the 64 hidden units the stage shows: 1 for units 1 to 4, 16 for 61 to 64.',
    hiddenWith: null,
  },
} as const satisfies ParameterTable;

export const siameseParameters = extendParameters(own);
export type SiameseState = StateOf<typeof siameseParameters>;
