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

const fromTheStart = {
  app,
  labPage,
  convolution,
  recurrent,
  siamese,
  howMuch,
  multiTask,
  metaLearning,
  transfer,
};

type LaterWords = Partial<Omit<Messages, keyof typeof fromTheStart>>;

/** A part that nothing has added yet throws. */
export const catalogue = new Proxy<Partial<Messages>>(fromTheStart, {
  get(words, part, receiver) {
    if (typeof part === 'string' && !(part in words))
      throw new Error(`The words of ${part} have not been added.`);
    return Reflect.get(words, part, receiver);
  },
}) as Messages;

export function addWords(words: LaterWords): void {
  Object.assign(fromTheStart, words);
}
