/**
 * The public keys of the Convolution lab: those of every lab and its own.
 * `kernel`, `cells`, `size`, `stride` and `padding` belong to act 1 and never change the trained networks.
 */
import { extendParameters, type ParameterTable, type StateOf } from '../../spec/parameters';

const own = {
  act: {
    kind: 'choice',
    options: ['slide', 'learn', 'move'],
    default: 'slide',
    doc: 'Slide: one kernel crosses an image. Learn: both networks train. Move: the digit changes place.',
    hiddenWith: 'acts',
  },
  data: {
    kind: 'choice',
    options: ['roaming', 'corner', 'centred'],
    default: 'roaming',
    doc: 'Where the digits stand: anywhere; top left in training and bottom right in the test; in the centre.',
    hiddenWith: 'data',
  },
  init: {
    kind: 'choice',
    options: ['own', 'copies'],
    default: 'own',
    doc: 'Independent kernels start on their own, or as copies of the shared one.',
    hiddenWith: 'settings',
  },
  filter: {
    kind: 'integer',
    min: 1,
    max: 8,
    default: 1,
    doc: 'Filter of the first layer that the stage shows.',
    hiddenWith: null,
  },
  digit: {
    kind: 'integer',
    min: 0,
    max: 19,
    default: 7,
    doc: 'Sample digit on the stage.',
    hiddenWith: null,
  },
  kernel: {
    kind: 'choice',
    options: ['edge', 'blur', 'sharpen', 'emboss', 'identity', 'learned', 'custom'],
    default: 'edge',
    doc: 'Slide: the kernel; learned takes that of the network, custom the typed cells.',
    hiddenWith: null,
  },
  cells: {
    kind: 'list',
    min: -100,
    max: 100,
    lengths: [0, 9, 25, 49],
    default: [],
    doc: 'Slide: the typed cells of a custom kernel, row by row: 9, 25 or 49 of them, or none.',
    hiddenWith: null,
  },
  size: {
    kind: 'choice',
    options: [3, 5, 7],
    default: 5,
    doc: 'Slide: side of the kernel in pixels.',
    hiddenWith: null,
  },
  stride: {
    kind: 'choice',
    options: [1, 2],
    default: 2,
    doc: 'Slide: how far the window moves, in pixels.',
    hiddenWith: null,
  },
  padding: {
    kind: 'choice',
    options: ['same', 'valid'],
    default: 'same',
    doc: 'Slide: same adds a border of zeros; valid keeps the window inside the image.',
    hiddenWith: null,
  },
} as const satisfies ParameterTable;

export const convolutionParameters = extendParameters(own);
export type ConvolutionState = StateOf<typeof convolutionParameters>;
