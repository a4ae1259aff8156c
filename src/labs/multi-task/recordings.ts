/** The runs recorded for the posters of the multi-task lab, and what its stage watches and asks about. */
import { sampleDigit } from '../../lab-page/sample-digits';
import type { StateOf } from '../../spec/parameters';
import type { Recordings } from '../recordings';
import { shownUnit } from './build-spec';
import type { MultiTaskState, multiTaskParameters } from './parameters';

export const recordings: Recordings = {
  runs: {
    'odd-even-50': { state: {}, load: () => import('./stored-runs/odd-even-50.json') },
    'slant-50': { state: { data: 'slant' }, load: () => import('./stored-runs/slant-50.json') },
  },
  watch: (state) => ({ filter: shownUnit(state as MultiTaskState), filters: 1 }),
  question: (state) => sampleDigit((state as MultiTaskState).digit).pixels,
} satisfies Recordings & { runs: Record<string, { state: Partial<StateOf<typeof multiTaskParameters>> }> };
