/** All labs, in teaching order. A new lab is one folder and one line here. */
import { convolution } from './convolution/meta';
import { howMuch } from './how-much/meta';
import type { LabMeta } from './lab-module';
import { metaLearning } from './meta-learning/meta';
import { multiTask } from './multi-task/meta';
import { recurrent } from './recurrent/meta';
import { siamese } from './siamese/meta';
import { transfer } from './transfer/meta';

export const labs: readonly LabMeta[] = [
  convolution,
  recurrent,
  siamese,
  howMuch,
  multiTask,
  transfer,
  metaLearning,
];
