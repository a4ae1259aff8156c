/** Ready moments of the Convolution lab, in the order of its acts. Figures they promise are in docs/findings.md. */
import type { Preset } from '../../spec/preset';
import type { convolutionParameters } from './parameters';

/** Row by row: bright to the left of dark gives a positive sum. */
const VERTICAL_EDGE = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

export const presets = [
  { id: 'one-kernel-finds-every-edge', state: { kernel: 'edge' } },
  { id: 'build-your-own-kernel', state: { kernel: 'custom', size: 3, cells: VERTICAL_EDGE, digit: 4 } },
  { id: 'a-kernel-for-every-place', state: { sharing: 'independent', kernel: 'edge', digit: 8 } },
  { id: 'what-the-window-cannot-reach', state: { size: 7, padding: 'valid', kernel: 'blur', digit: 0 } },
  { id: 'gradients-of-all-positions', state: { act: 'learn' } },
  { id: 'poke-one-weight', state: { act: 'learn' } },
  { id: 'memorise', state: { act: 'learn', sharing: 'independent' } },
  { id: 'with-500-examples', state: { act: 'learn', examples: 500 } },
  { id: 'where-independent-wins', state: { act: 'learn', data: 'centred', examples: 4000, steps: 600 } },
  { id: 'equal-copies-drift-apart', state: { act: 'learn', sharing: 'independent', init: 'copies' } },
  { id: 'a-rate-that-diverges', state: { act: 'learn', rate: 1000 } },
  { id: 'read-it-anywhere', state: { act: 'move' } },
  { id: 'learned-in-one-corner', state: { act: 'move', data: 'corner', examples: 4000 } },
  { id: 'in-the-middle-only', state: { act: 'move', data: 'centred', examples: 4000, steps: 600 } },
] as const satisfies readonly Preset<typeof convolutionParameters>[];
