/** Ready moments of Transfer. Figures they promise are in docs/findings.md. */
import type { Preset } from '../../spec/preset';
import type { transferParameters } from './parameters';

export const presets = [
  { id: 'five-examples-and-a-borrowed-trunk', state: {} },
  { id: 'fifty-examples-thaw-it', state: { examples: 50, sharing: 'fine-tuned' } },
  { id: 'is-it-the-trunk-or-the-freezing', state: { examples: 10, sharing: 'random' } },
  { id: 'one-example-of-each', state: { examples: 1, sharing: 'scratch' } },
] as const satisfies readonly Preset<typeof transferParameters>[];
