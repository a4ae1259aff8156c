/** The multi-task lab's line in the registry. */
import type { LabMeta } from '../lab-module';

export const multiTask: LabMeta = {
  id: 'multi-task',
  name: (messages) => messages.multiTask.name,
  question: (messages) => messages.multiTask.question,
  summary: (messages) => messages.multiTask.summary,
  minutes: 8,
  loadStill: () => import('./still'),
  loadPresets: () => import('./lab-presets').then((module) => module.multiTaskPresets),
  load: () => import('./lab').then((module) => module.multiTaskLab),
};
