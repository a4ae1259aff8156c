/** Ready moments of the Meta-learning lab. Figures they promise are in docs/findings.md. */
import type { Preset } from '../../spec/preset';
import type { metaLearningParameters } from './parameters';

export const presets = [
  { id: 'five-steps-to-a-wave', state: {} },
  { id: 'trained-on-all-and-none', state: { sharing: 'pretrained' } },
  { id: 'three-points-are-few', state: { wave: 3, points: [-3.5, -2.81, 0.4, 3.1, 3.2, -2.36] } },
  { id: 'one-inner-step', state: { inner: 1 } },
  { id: 'a-rate-that-runs-away', state: { sharing: 'random', rate: 0.05, wave: 24, k: 20 } },
] as const satisfies readonly Preset<typeof metaLearningParameters>[];
