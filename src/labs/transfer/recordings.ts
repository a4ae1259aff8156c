/** The runs recorded for the posters of Transfer, and what its stage watches and asks about. */
import { FIRST_FILTERS } from '../../spec/transfer-network';
import type { Recordings } from '../recordings';
import type { TransferState } from './parameters';
import { samplePicture } from './sample-picture';

export const recordings: Recordings = {
  runs: {
    'five-each': { state: {}, load: () => import('./stored-runs/five-each.json') },
    'fifty-each': { state: { examples: 50 }, load: () => import('./stored-runs/fifty-each.json') },
  },
  watch: () => ({ filter: 0, filters: FIRST_FILTERS }),
  question: (state) => samplePicture('new', (state as TransferState).digit).pixels,
};
