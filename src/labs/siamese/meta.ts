/** The Siamese lab's line in the registry. */
import type { LabMeta } from '../lab-module';

export const siamese: LabMeta = {
  id: 'siamese',
  name: (messages) => messages.siamese.name,
  question: (messages) => messages.siamese.question,
  summary: (messages) => messages.siamese.summary,
  minutes: 8,
  loadStill: () => import('./still'),
  loadPresets: () => import('./lab-presets').then((module) => module.siamesePresets),
  load: () => import('./lab').then((module) => module.siameseLab),
};
