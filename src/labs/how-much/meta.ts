/** The line of How much to share in the registry. */
import type { LabMeta } from '../lab-module';

export const howMuch: LabMeta = {
  id: 'how-much',
  name: (messages) => messages.howMuch.name,
  question: (messages) => messages.howMuch.question,
  summary: (messages) => messages.howMuch.summary,
  minutes: 12,
  loadStill: () => import('./still'),
  loadPresets: () => import('./lab-presets').then((module) => module.howMuchPresets),
  load: () => import('./lab').then((module) => module.howMuchLab),
};
