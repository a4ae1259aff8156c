/** The Convolution lab's line in the registry. */
import type { LabMeta } from '../lab-module';

export const convolution: LabMeta = {
  id: 'convolution',
  name: (messages) => messages.convolution.name,
  question: (messages) => messages.convolution.question,
  summary: (messages) => messages.convolution.summary,
  minutes: 10,
  loadStill: () => import('./still'),
  loadPresets: () => import('./lab-presets').then((module) => module.convolutionPresets),
  load: () => import('./lab').then((module) => module.convolutionLab),
};
