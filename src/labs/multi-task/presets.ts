/** Ready moments of the multi-task lab. Figures they promise are in docs/findings.md. */
import type { Preset } from '../../spec/preset';
import type { multiTaskParameters } from './parameters';

export const presets = [
  { id: 'fifty-answers-borrow-a-trunk', state: {} },
  { id: 'a-trunk-that-forgets-the-slant', state: { data: 'slant' } },
  { id: 'with-2000-answers', state: { labels: 2000 } },
  { id: 'a-little-of-ones-own', state: { sharing: 'soft', data: 'slant' } },
  { id: 'two-units-for-two-tasks', state: { data: 'slant', labels: 5000, depth: 1, units: 2, unit: 1 } },
] as const satisfies readonly Preset<typeof multiTaskParameters>[];
