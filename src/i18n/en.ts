/** The English catalogue. Every visible text of the app is here, one file per area. */
import { app } from './en/app';
import { convolution } from './en/convolution';
import { evidence } from './en/evidence';
import { howMuch } from './en/how-much';
import { howMuchLab } from './en/how-much-lab';
import { labPage } from './en/lab-page';
import { learn } from './en/learn';
import { marks } from './en/marks';
import { metaLearning } from './en/meta-learning';
import { metaLearningLab } from './en/meta-learning-lab';
import { metaLearningMore } from './en/meta-learning-more';
import { move } from './en/move';
import { multiTask } from './en/multi-task';
import { multiTaskLab } from './en/multi-task-lab';
import { multiTaskMore } from './en/multi-task-more';
import { recurrent } from './en/recurrent';
import { recurrentLab } from './en/recurrent-lab';
import { siamese } from './en/siamese';
import { siameseLab } from './en/siamese-lab';
import { siameseMore } from './en/siamese-more';
import { slide } from './en/slide';
import { sweep } from './en/sweep';
import { tieMap } from './en/tie-map';
import { training } from './en/training';
import { transfer } from './en/transfer';
import { transferLab } from './en/transfer-lab';
import { transferPoints } from './en/transfer-points';
import { troubles } from './en/troubles';

export const en = {
  app,
  labPage,
  marks,
  troubles,
  evidence,
  training,
  convolution,
  slide,
  learn,
  move,
  recurrent,
  recurrentLab,
  siamese,
  siameseLab,
  siameseMore,
  howMuch,
  howMuchLab,
  tieMap,
  multiTask,
  multiTaskLab,
  multiTaskMore,
  sweep,
  metaLearning,
  metaLearningLab,
  metaLearningMore,
  transfer,
  transferLab,
  transferPoints,
} as const;
