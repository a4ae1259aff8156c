/** One network's half of the stage: its bars, and under them its accuracy for each place of the digit. */
import { percent, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useMessages } from '../../../ui/messages-context';
import { createPlacementMap } from '../../../views/placement-map';
import { createPlacementSummary } from '../../../views/placement-summary';
import { createProbabilityBars } from '../../../views/probability-bars';
import { pictureStore } from '../picture/picture-store';
import { answerOf, mapOf, moveScene } from './move-scene';
import { type MoveNetwork, shareText, whenText } from './move-words';
import { placeStore } from './place-store';
import './move-map.css';

export function NetworkHalf(props: {
  readonly network: MoveNetwork;
  /** The switch is on this network, and the other one is shown beside it. */
  readonly chosen: boolean;
}) {
  const { network, chosen } = props;
  const bench = useBench();
  const messages = useMessages();
  const { move } = messages;
  const palette = usePalette();
  const color = palette[network];
  const sources = [bench.lab, bench.experiment, bench.selection, placeStore, pictureStore];
  const lit = (part: string) => bench.selection.getState().part === part;

  const bars = useView(
    createProbabilityBars,
    () => {
      const answer = answerOf(bench, network);
      if (!answer) return null;
      return {
        probabilities: answer.prediction.answer,
        label: moveScene(bench).label,
        color,
        lit: lit('bars'),
        palette,
        words: {
          name: move[network],
          when: whenText(answer.step, messages),
          says: move.says,
          right: move.right,
          wrong: move.wrong,
          classHeading: move.classHeading,
          probabilityHeading: move.probabilityHeading,
          percent: shareText,
        },
      };
    },
    sources,
  );

  const map = useView(
    createPlacementMap,
    () => {
      const { variant, place } = moveScene(bench);
      const known = mapOf(bench, network);
      const running = bench.experiment.getState().step > 0;
      return {
        accuracy: known?.values ?? null,
        place,
        variant,
        color,
        lit: lit('map'),
        palette,
        words: {
          gridName: move.mapName(move[network]),
          cell: (row: number, column: number, accuracy: number | null) =>
            move.cell(variant, row, column, accuracy === null ? move.cellUnmeasured : percent(accuracy)),
          trained: move.trainedPlaces,
          notMeasured: running ? move.measuring : move.notMeasured,
          hint: move.mapHint,
        },
        onPick: (to: { row: number; column: number }) => placeStore.getState().set(to),
      };
    },
    sources,
  );

  const summary = useView(
    createPlacementSummary,
    () => {
      const known = mapOf(bench, network);
      return {
        accuracy: known?.values ?? null,
        variant: moveScene(bench).variant,
        color,
        palette,
        source: known
          ? known.since === known.step
            ? move.heldOut(whole(known.step))
            : move.heldOutBetween(whole(known.since), whole(known.step))
          : move.heldOutFirst,
        words: { regionName: move.regionName, regionDetail: move.regionDetail, percent },
      };
    },
    sources,
  );

  return (
    <section
      className={`move-half move-half-${network} ${chosen ? 'is-chosen' : ''}`}
      aria-label={move[network]}
    >
      <div className="move-bars-box" ref={bars} />
      <h3 className="move-map-title">{move.mapTitle}</h3>
      <div className="move-map-row">
        <div className="move-map-box" ref={map} />
        <div className="move-summary-box" ref={summary} />
      </div>
    </section>
  );
}
