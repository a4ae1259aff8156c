/** What a card of two tasks says in words: the line under it, and all of it for those who do not see it. */
import { decimal, powerOfTen, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { mostProbable } from '../../../math/most-probable';
import type { SecondTask } from '../../../spec/experiment-spec';
import { hasGradients } from '../../../views/ledger-picture';
import { arrowsOf, type TrunkPicture, trunkSumOf } from '../../../views/trunk-picture';
import type { TaskAnswer } from './trunk-pictures';

type Words = Messages['multiTaskLab'];

export const isSumRight = (picture: TrunkPicture): boolean =>
  !hasGradients(picture.source) || trunkSumOf(picture).same;

/** Where the gradients are known: whether what was computed twice is the same. */
export function lineOf(picture: TrunkPicture, words: Words): string {
  const { same, difference } = trunkSumOf(picture);
  const text = powerOfTen(difference);
  return same ? words.same[picture.network](text) : words.differ(text);
}

/** answers: what is said of the digit, or why nothing is. */
export function summaryOf(picture: TrunkPicture, answers: string, line: string, words: Words): string {
  const step = picture.step === 0 ? words.beforeTraining : words.stepName(whole(picture.step));
  return words.summary(
    step,
    words.summaryTrunks[picture.network],
    arrowsText(picture, words),
    words.summaryAnswers(answers),
    line,
  );
}

function arrowsText({ products, network }: TrunkPicture, words: Words): string {
  if (!products) return '';
  const { first, second, degrees } = arrowsOf(products);
  const angle = network === 'separate' || degrees === null ? null : whole(degrees);
  return words.summaryArrows(decimal(first, 3), decimal(second, 3), angle);
}

/** The most probable classes, for the summary. */
export function answersText({ probabilities }: TaskAnswer, second: SecondTask, words: Words): string {
  const [digits = [], seconds = []] = probabilities;
  return `${mostProbable(digits)}, ${words.classes[second][mostProbable(seconds)] ?? '–'}`;
}
