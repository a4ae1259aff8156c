/** The runs recorded for the posters of the Recurrent lab, the units its stage watches and the word it begins with. */
import { sequenceTasks } from '../../spec/sequence-tasks';
import type { Recordings } from '../recordings';
import type { RecurrentState } from './parameters';
import { stageInput } from './recurrent-input';

export const recordings: Recordings = {
  runs: {},
  watch: (state) => ({ filter: 0, filters: sequenceTasks[(state as RecurrentState).data].hidden }),
  question: (state) => stageInput(state as RecurrentState),
};
