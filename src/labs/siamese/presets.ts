/** Ready moments of the Siamese lab. Figures they promise are in docs/findings.md. */
import type { Preset } from '../../spec/preset';
import type { siameseParameters } from './parameters';

export const presets = [
  { id: 'two-pictures-one-point', state: { compare: false } },
  { id: 'swap-the-pictures', state: { sharing: 'independent' } },
  { id: 'draw-a-disguise', state: { a: 9, b: 10 } },
  { id: 'one-picture-turned', state: { data: 'turned', sharing: 'independent' } },
  { id: 'with-300-pairs', state: { examples: 300 } },
] as const satisfies readonly Preset<typeof siameseParameters>[];
