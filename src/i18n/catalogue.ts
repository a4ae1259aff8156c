/**
 * The catalogue in force. What every page says is there from the start; the words of an act or a lab come with its
 * code, which adds them, so that no page carries those of the others.
 */
import { app } from './en/app';
import { convolution } from './en/convolution';
import { howMuch } from './en/how-much';
import { labPage } from './en/lab-page';
import { metaLearning } from './en/meta-learning';
import { multiTask } from './en/multi-task';
import { recurrent } from './en/recurrent';
import { siamese } from './en/siamese';
import { transfer } from './en/transfer';
import type { Messages } from './messages';

type LaterWords = Partial<
  Pick<
    Messages,
    | 'marks'
    | 'troubles'
    | 'evidence'
    | 'training'
    | 'slide'
    | 'learn'
    | 'move'
    | 'recurrentLab'
    | 'siameseLab'
    | 'siameseMore'
    | 'howMuchLab'
    | 'tieMap'
    | 'multiTaskLab'
    | 'multiTaskMore'
    | 'metaLearningLab'
    | 'metaLearningMore'
    | 'sweep'
    | 'transferLab'
    | 'transferPoints'
  >
>;

const later: LaterWords = {};

function added<Part extends keyof LaterWords>(part: Part): Messages[Part] {
  const words = later[part];
  if (!words) throw new Error(`The words of ${part} have not been added.`);
  return words as Messages[Part];
}

export const catalogue: Messages = {
  app,
  labPage,
  convolution,
  recurrent,
  siamese,
  howMuch,
  multiTask,
  metaLearning,
  transfer,
  get marks() {
    return added('marks');
  },
  get troubles() {
    return added('troubles');
  },
  get evidence() {
    return added('evidence');
  },
  get training() {
    return added('training');
  },
  get slide() {
    return added('slide');
  },
  get learn() {
    return added('learn');
  },
  get move() {
    return added('move');
  },
  get recurrentLab() {
    return added('recurrentLab');
  },
  get siameseLab() {
    return added('siameseLab');
  },
  get siameseMore() {
    return added('siameseMore');
  },
  get howMuchLab() {
    return added('howMuchLab');
  },
  get tieMap() {
    return added('tieMap');
  },
  get multiTaskLab() {
    return added('multiTaskLab');
  },
  get multiTaskMore() {
    return added('multiTaskMore');
  },
  get metaLearningLab() {
    return added('metaLearningLab');
  },
  get metaLearningMore() {
    return added('metaLearningMore');
  },
  get sweep() {
    return added('sweep');
  },
  get transferLab() {
    return added('transferLab');
  },
  get transferPoints() {
    return added('transferPoints');
  },
};

export function addWords(words: LaterWords): void {
  Object.assign(later, words);
}
