/** The Meta-learning lab's line in the registry. */
import type { LabMeta } from '../lab-module';

export const metaLearning: LabMeta = {
  id: 'meta-learning',
  name: (messages) => messages.metaLearning.name,
  question: (messages) => messages.metaLearning.question,
  summary: (messages) => messages.metaLearning.summary,
  minutes: 8,
  loadStill: () => import('./still'),
  loadPresets: () => import('./lab-presets').then((module) => module.metaLearningPresets),
  load: () => import('./lab').then((module) => module.metaLearningLab),
};
