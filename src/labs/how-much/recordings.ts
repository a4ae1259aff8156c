/** The runs recorded for the posters of How much to share, and what its stage watches and asks about. */
import type { StateOf } from '../../spec/parameters';
import type { Recordings } from '../recordings';
import type { HowMuchState, howMuchParameters } from './parameters';
import { startPlace } from './task/place';
import { taskPicture } from './task/task-picture';

export const recordings: Recordings = {
  runs: {
    'roaming-1000': { state: {}, load: () => import('./stored-runs/roaming-1000.json') },
    'two-rules-1000': {
      state: { data: 'two-rules' },
      load: () => import('./stored-runs/two-rules-1000.json'),
    },
  },
  watch: (state) => ({ filter: (state as HowMuchState).filter - 1, filters: 1 }),
  question: (state) => {
    const { digit, data } = state as HowMuchState;
    return taskPicture(digit, startPlace(data));
  },
} satisfies Recordings & { runs: Record<string, { state: Partial<StateOf<typeof howMuchParameters>> }> };
