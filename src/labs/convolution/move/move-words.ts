/** Sentences about the act from its state: where the digit is, what each network says, how the map looks. */
import { percent, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import type { Bench } from '../../../lab-page/bench';
import { mostProbable } from '../../../math/most-probable';
import type { NetworkId } from '../../../spec/experiment-spec';
import { errorText } from '../../../views/move-equivariance';
import { placementRegions } from '../../../views/placement-regions';
import { answerOf, mapOf, moveScene } from './move-scene';

export type MoveNetwork = Extract<NetworkId, 'shared' | 'independent'>;

/** A probability beside its bar: whole percents; one decimal above 99, where 100 would hide a doubt. */
export const shareText = (share: number): string =>
  share > 0.99 && share < 0.9995 ? percent(share, 1) : percent(share);

export const whenText = (step: number, { move }: Messages): string =>
  step === 0 ? move.untrained : move.trainedTo(whole(step));

/** "Shared says 7, 98 %", or null while it has not answered. */
export function verdictSentence(bench: Bench, id: MoveNetwork, { move }: Messages): string | null {
  const answer = answerOf(bench, id);
  if (!answer) return null;
  const { answer: probabilities } = answer.prediction;
  const digit = mostProbable(probabilities);
  return move.verdict(move[id], digit, shareText(probabilities[digit] ?? 0));
}

/** "Digit at row 3, column 12. Shared says 7, 98 %. Independent says 9, 71 %." */
export function positionSentence(bench: Bench, shown: readonly MoveNetwork[], messages: Messages): string {
  const { move } = messages;
  const { variant, place } = moveScene(bench);
  const verdicts = shown.map((id) => verdictSentence(bench, id, messages)).filter((text) => text !== null);
  return move.summary(move.canvasName(variant, place.row, place.column), verdicts.join('. '));
}

/** The whole stage in words: the position, the verdicts, the means of the map, the equivariance errors. */
export function stageSentence(bench: Bench, shown: readonly MoveNetwork[], messages: Messages): string {
  const { move } = messages;
  const { variant } = moveScene(bench);
  const maps = shown.map((id) => {
    const map = mapOf(bench, id);
    if (!map) return '';
    const [first = '', second = '', third = ''] = placementRegions(map.values, variant).map(
      ({ id: region, mean }) =>
        move.regionSummary(
          move.regionName(variant, region),
          mean === null ? move.cellUnmeasured : percent(mean),
        ),
    );
    return move.mapSummary(move[id], first, second, third);
  });
  const measured = maps.filter((text) => text !== '');
  const errors = shown.flatMap((id) => {
    const answer = answerOf(bench, id);
    return answer ? [move.errorSummary(move[id], errorText(answer.prediction.equivarianceError))] : [];
  });
  return [
    positionSentence(bench, shown, messages),
    measured.length > 0
      ? `${move.mapTitle}: ${measured.join(' ')}`
      : `${move.mapTitle}: ${move.notMeasured}.`,
    `${move.equivariance}: ${errors.join(', ')}.`,
  ].join(' ');
}
