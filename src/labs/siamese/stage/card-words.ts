/** What a Siamese card says in words: its verdict, the line under it, and all of it for those who do not see it. */

import { decimal, powerOfTen, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { type Embedding, verdictOf } from '../../../views/embedding';
import { hasGradients } from '../../../views/ledger-picture';
import { type TowerNetwork, type TowerPicture, towerSumOf } from '../../../views/tower-picture';

type Words = Messages['siameseLab'];

export type Outcome = 'same' | 'different' | 'flips' | 'none';

/** What a swap of the two pictures does to the verdict. */
export function outcomeOf(embedding: Embedding | null): Outcome {
  const pair = embedding?.pair;
  if (!embedding || !pair) return 'none';
  const [there, back] = [verdictOf(pair.ab, embedding.threshold), verdictOf(pair.ba, embedding.threshold)];
  if (there === null || back === null) return 'none';
  return there === back ? there : 'flips';
}

export const isSumRight = (picture: TowerPicture): boolean =>
  !hasGradients(picture.source) || towerSumOf(picture).same;

/** Where the gradients are known: whether what was computed twice is the same. */
export function lineOf(picture: TowerPicture, network: TowerNetwork, words: Words): string {
  const { same, difference } = towerSumOf(picture);
  const text = powerOfTen(difference);
  if (network === 'shared') return same ? words.sharedSame(text) : words.sharedDiffer(text);
  return same ? words.independentSame(text) : words.independentDiffer(text);
}

export function summaryOf(
  picture: TowerPicture,
  embedding: Embedding | null,
  network: TowerNetwork,
  line: string,
  words: Words,
): string {
  const step = picture.step === 0 ? words.beforeTraining : words.stepName(whole(picture.step));
  const pair = embedding?.pair;
  const distances = pair
    ? words.summaryDistances(
        decimal(pair.ab),
        decimal(pair.ba),
        decimal(pair.aa),
        embedding.threshold === null ? null : decimal(embedding.threshold),
        words.outcomes[outcomeOf(embedding)],
      )
    : '';
  return words.summary(step, words.summaryTowers[network], distances, line);
}
