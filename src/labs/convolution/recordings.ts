/** The runs recorded for the posters of the Convolution lab, and the digit that opens the Move act. */

import { sampleDigit } from '../../lab-page/sample-digits';
import type { StateOf } from '../../spec/parameters';
import { startPlace } from '../../views/placement-place';
import type { Recordings } from '../recordings';
import { placedDigit } from './move/placed-digit';
import type { ConvolutionState, convolutionParameters } from './parameters';

export const recordings: Recordings = {
  runs: {
    'roaming-2000': { state: {}, load: () => import('./stored-runs/roaming-2000.json') },
    'roaming-500': { state: { examples: 500 }, load: () => import('./stored-runs/roaming-500.json') },
    'copies-2000': { state: { init: 'copies' }, load: () => import('./stored-runs/copies-2000.json') },
    'corner-4000': {
      state: { data: 'corner', examples: 4000 },
      load: () => import('./stored-runs/corner-4000.json'),
    },
    'centred-4000': {
      state: { data: 'centred', examples: 4000, steps: 600 },
      load: () => import('./stored-runs/centred-4000.json'),
    },
  },
  watch: () => ({ filter: 0, filters: 1 }),
  question(state) {
    const { digit, data } = state as ConvolutionState;
    return placedDigit(sampleDigit(digit).pixels, data, startPlace(data));
  },
} satisfies Recordings & { runs: Record<string, { state: Partial<StateOf<typeof convolutionParameters>> }> };
