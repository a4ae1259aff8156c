/** The line of Transfer in the registry. */
import type { LabMeta } from '../lab-module';

export const transfer: LabMeta = {
  id: 'transfer',
  name: (messages) => messages.transfer.name,
  question: (messages) => messages.transfer.question,
  summary: (messages) => messages.transfer.summary,
  minutes: 8,
  loadStill: () => import('./still'),
  loadPresets: () => import('./lab-presets').then((module) => module.transferPresets),
  load: () => import('./lab').then((module) => module.transferLab),
};
