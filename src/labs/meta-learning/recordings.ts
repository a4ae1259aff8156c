/** The runs recorded for the posters of the Meta-learning lab, and what its stage watches and asks about. */
import type { StateOf } from '../../spec/parameters';
import type { Recordings } from '../recordings';
import type { MetaLearningState, metaLearningParameters } from './parameters';
import { shownPoints } from './points/shown-points';

export const recordings: Recordings = {
  runs: {
    'reptile-1500': { state: {}, load: () => import('./stored-runs/reptile-1500.json') },
  },
  watch: () => ({ filter: 0, filters: 1 }),
  question: (state) => shownPoints(state as MetaLearningState).input,
} satisfies Recordings & { runs: Record<string, { state: Partial<StateOf<typeof metaLearningParameters>> }> };
