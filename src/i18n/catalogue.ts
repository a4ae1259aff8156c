/**
 * The catalogue in force. What every page says is there from the start; the words of an act come with its code, which
 * adds them, so that no page carries those of the others.
 */
import { app } from './en/app';
import { convolution } from './en/convolution';
import { evidence } from './en/evidence';
import { labPage } from './en/lab-page';
import type { Messages } from './messages';

type LaterWords = Partial<Pick<Messages, 'slide' | 'training' | 'learn' | 'move'>>;

const later: LaterWords = {};

function added<Part extends keyof LaterWords>(part: Part): Messages[Part] {
  const words = later[part];
  if (!words) throw new Error(`The words of ${part} have not been added.`);
  return words as Messages[Part];
}

export const catalogue: Messages = {
  app,
  labPage,
  evidence,
  convolution,
  get slide() {
    return added('slide');
  },
  get training() {
    return added('training');
  },
  get learn() {
    return added('learn');
  },
  get move() {
    return added('move');
  },
};

export function addWords(words: LaterWords): void {
  Object.assign(later, words);
}
