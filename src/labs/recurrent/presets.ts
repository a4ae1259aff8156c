/** Ready moments of the Recurrent lab. Figures they promise are in docs/findings.md. */
import type { Preset } from '../../spec/preset';
import { ofTask, type recurrentParameters } from './parameters';

export const presets = [
  { id: 'the-language-of-a-long-word', state: {} },
  { id: 'a-cell-for-each-letter-stops-at-six', state: { sharing: 'independent', word: 'kennenlernen' } },
  { id: 'type-your-own-word', state: { word: 'tied' } },
  { id: 'the-first-symbol-at-twice-the-length', state: ofTask('first') },
  { id: 'only-the-third-symbol-matters', state: { ...ofTask('third'), sharing: 'independent' } },
  { id: 'parity-of-more-bits', state: ofTask('parity') },
  { id: 'with-300-words', state: { examples: 300 } },
] as const satisfies readonly Preset<typeof recurrentParameters>[];
