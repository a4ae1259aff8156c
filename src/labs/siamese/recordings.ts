/** The runs recorded for the posters of the Siamese lab, and what its stage watches and asks about. */
import type { StateOf } from '../../spec/parameters';
import type { Recordings } from '../recordings';
import { pairsInput } from './pair/pairs-input';
import type { SiameseState, siameseParameters } from './parameters';
import { UNITS_SHOWN } from './stage/first-towers';
import { firstUnit } from './stage/tower-pictures';

export const recordings: Recordings = {
  runs: {
    'faces-8000': { state: {}, load: () => import('./stored-runs/faces-8000.json') },
    'turned-8000': { state: { data: 'turned' }, load: () => import('./stored-runs/turned-8000.json') },
  },
  watch: (state) => ({ filter: firstUnit(state as SiameseState), filters: UNITS_SHOWN }),
  question: (state) => pairsInput((state as SiameseState).data, { a: null, b: null }).pairs,
} satisfies Recordings & { runs: Record<string, { state: Partial<StateOf<typeof siameseParameters>> }> };
