/** Ready moments of How much to share. Figures they promise are in docs/findings.md. */
import type { Preset } from '../../spec/preset';
import type { howMuchParameters } from './parameters';

export const presets = [
  { id: 'paint-who-shares', state: { data: 'two-rules', map: 'halves' } },
  { id: 'anywhere-wants-one-kernel', state: { sharing: 'shared' } },
  { id: 'the-middle-needs-no-sharing', state: { data: 'centred', sharing: 'independent' } },
  { id: 'two-rules-share-along-rows', state: { data: 'two-rules' } },
  { id: 'a-dial-between-all-and-nothing', state: { map: 'one', soft: true, shrink: 0.01 } },
] as const satisfies readonly Preset<typeof howMuchParameters>[];
