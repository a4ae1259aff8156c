/** What the stage calls things: classes by task, and the sentences and names made of a picture's numbers. */
import { percent, powerOfTen, small, whole } from '../../i18n/format';
import type { Messages } from '../../i18n/messages';
import { type SequenceTask, sequenceTasks } from '../../spec/sequence-tasks';
import { changeOfKernel, hasGradients, normOfRow, shareOfSum, tileSumOf } from '../../views/ledger-picture';
import { likeliest, type Reading, type RecurrentPicture, stepsRead } from '../../views/recurrent-picture';
import { symbolText } from './alphabet';
import type { RecurrentNetwork } from './first-pictures';
import type { Sequence } from './sequences';

type Words = Messages['recurrentLab'];

/** In the order of the classes. */
export function classNames(task: SequenceTask, words: Words): readonly string[] {
  if (task === 'language') return words.languages;
  if (task === 'parity') return words.parities;
  return Array.from({ length: sequenceTasks[task].classes }, (_, index) => symbolText(task, index));
}

/** The class that a network gives after a step, with its share; null where it has not read so far. */
export function saysAt(task: SequenceTask, reading: Reading | null, step: number, words: Words) {
  const { classes } = sequenceTasks[task];
  if (!reading || step >= stepsRead(reading, classes) || step < 0) return null;
  const index = likeliest(reading.probabilities, step, classes);
  return {
    index,
    name: classNames(task, words)[index] ?? '',
    share: percent(reading.probabilities[step * classes + index] ?? Number.NaN),
  };
}

/** The line with the check mark: the sum of the drawn tiles beside the gradient computed another way. */
export function identityLine(picture: RecurrentPicture, network: RecurrentNetwork, words: Words): string {
  const { same, difference } = tileSumOf(picture);
  const steps = whole(picture.groupOf.length);
  const text = powerOfTen(difference);
  if (network === 'shared') return (same ? words.sharedSame : words.sharedDiffer)(steps, text);
  return same ? words.ownSame(steps, text) : words.ownDiffer(text);
}

/** A step as one name, for those who go through them with keys or a screen reader. */
export function stepName(
  of: {
    readonly task: SequenceTask;
    readonly sequence: Sequence;
    readonly picture: RecurrentPicture;
    readonly reading: Reading | null;
    readonly network: RecurrentNetwork;
  },
  step: number,
  words: Words,
): string {
  const { task, sequence, picture, reading, network } = of;
  const symbol = sequence.symbols[step];
  const says = saysAt(task, reading, step, words);
  const trained = picture.groupOf.length;
  const cells = picture.kernels.length / picture.groups;
  const parts = [words.stepName(step + 1, symbol === undefined ? null : symbolText(task, symbol))];
  if (says) parts.push(words.stepSays(says.name, says.share));
  if (step < trained) {
    const norm = small(normOfRow(picture.tiles, step, cells));
    const share = network === 'shared' ? percent(shareOfSum(picture, step)) : null;
    parts.push(hasGradients(picture.source) ? words.stepGradient(norm, share) : words.stepUnknown);
  }
  if (network === 'shared') parts.push(words.stepOne);
  else if (step >= trained) parts.push(words.stepNever);
  else parts.push(words.stepOwn(small(changeOfKernel(picture, picture.groupOf[step] ?? 0))));
  return parts.join('; ');
}

/** What a card shows, for those who cannot see it. */
export function cardSummary(of: Parameters<typeof stepName>[0], line: string, words: Words): string {
  const { task, sequence, picture, reading, network } = of;
  const steps = sequence.symbols.length;
  const says = saysAt(task, reading, steps - 1, words);
  return words.summary(
    picture.source === 'example' ? words.beforeTraining : words.whenStep(whole(picture.step)),
    sequence.text,
    says ? words.says(says.name, says.share) : words.waiting,
    network === 'shared'
      ? words.cellsShared(whole(steps))
      : words.cellsOwn(whole(picture.groupOf.length), whole(steps)),
    line,
  );
}
