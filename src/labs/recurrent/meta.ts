/** The Recurrent lab's line in the registry. */
import type { LabMeta } from '../lab-module';

export const recurrent: LabMeta = {
  id: 'recurrent',
  name: (messages) => messages.recurrent.name,
  question: (messages) => messages.recurrent.question,
  summary: (messages) => messages.recurrent.summary,
  minutes: 10,
  loadStill: () => import('./still'),
  loadPresets: () => import('./lab-presets').then((module) => module.recurrentPresets),
  load: () => import('./lab').then((module) => module.recurrentLab),
};
