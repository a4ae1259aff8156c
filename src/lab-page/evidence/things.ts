/** What the examples of an experiment are called in texts: digits, words, pairs. */
import type { Messages } from '../../i18n/messages';
import type { ExperimentSpec } from '../../spec/experiment-spec';

type Kind = ExperimentSpec['data']['kind'];
type Things = Messages['evidence']['things'];

const thingOf: Readonly<Record<Kind, keyof Things>> = {
  digits: 'digits',
  canvas: 'digits',
  tasks: 'digits',
  'new-digits': 'digits',
  words: 'words',
  symbols: 'symbols',
  pairs: 'pairs',
  sines: 'sines',
};

export const thingsOf = (
  spec: ExperimentSpec | null,
  { things }: Messages['evidence'],
): Things[keyof Things] => things[spec ? thingOf[spec.data.kind] : 'digits'];
