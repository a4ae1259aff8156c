/** What the examples of an experiment are called in texts: digits, words, pairs. */
import { addWords } from '../../i18n/catalogue';
import { evidence } from '../../i18n/en/evidence';
import type { Messages } from '../../i18n/messages';
import type { ExperimentSpec } from '../../spec/experiment-spec';

// The words of the strip come with its code, all of which says what it is about.
addWords({ evidence });

type Kind = ExperimentSpec['data']['kind'];
type Things = Messages['evidence']['things'];

const thingOf: Readonly<Record<Kind, keyof Things>> = {
  digits: 'digits',
  canvas: 'digits',
  tasks: 'tasks',
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
