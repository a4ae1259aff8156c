/** The runs recorded for the posters of the Recurrent lab, the units its stage watches and the word it begins with. */
import { sequenceTasks } from '../../spec/sequence-tasks';
import type { Recordings } from '../recordings';
import { ofTask, type RecurrentState } from './parameters';
import { stageInput } from './recurrent-input';

export const recordings: Recordings = {
  runs: {
    'language-all': { state: {}, load: () => import('./stored-runs/language-all.json') },
    'first-2000': { state: ofTask('first'), load: () => import('./stored-runs/first-2000.json') },
    'third-200': { state: ofTask('third'), load: () => import('./stored-runs/third-200.json') },
  },
  watch: (state) => ({ filter: 0, filters: sequenceTasks[(state as RecurrentState).data].hidden }),
  question: (state) => stageInput(state as RecurrentState),
};
