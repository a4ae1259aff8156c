/** What the examples of an experiment are called in texts: digits, words, pairs. */
import type { Messages } from '../../i18n/messages';
import type { ExperimentSpec } from '../../spec/experiment-spec';

type Things = Messages['evidence']['things'];

export const thingsOf = (
  spec: ExperimentSpec | null,
  { things }: Messages['evidence'],
): Things[keyof Things] => things[!spec || spec.data.kind === 'canvas' ? 'digits' : spec.data.kind];
