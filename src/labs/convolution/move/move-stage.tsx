/**
 * Act Move: the learner moves one digit; both networks' probabilities follow live, beside a map of accuracy for
 * each place and the equivariance error of the first layer.
 */
import { useId, useLayoutEffect } from 'react';
import { useBench } from '../../../lab-page/bench';
import { useLiveAnswers } from '../../../lab-page/training/use-live-answers';
import { useMessages } from '../../../ui/messages-context';
import { pictureStore } from '../picture/picture-store';
import { useConvolution } from '../use-convolution';
import { DigitCard } from './digit-card';
import { EquivarianceNote } from './equivariance-note';
import { MoveNarrator } from './move-narrator';
import { moveScene } from './move-scene';
import { type MoveNetwork, positionSentence, stageSentence } from './move-words';
import { NetworkHalf } from './network-half';
import { placeStore } from './place-store';
import { useTold } from './use-told';
import './move.css';

const SOURCES = [placeStore, pictureStore];

const BOTH: readonly MoveNetwork[] = ['shared', 'independent'];

export function MoveStage() {
  const bench = useBench();
  const messages = useMessages();
  const { move } = messages;
  const title = useId();
  const summary = useId();
  const compare = useConvolution((state) => state.compare);
  const sharing = useConvolution((state) => state.sharing);
  const variant = useConvolution((state) => state.data);
  const shown = compare ? BOTH : [sharing];
  useLayoutEffect(() => placeStore.getState().keepFor(variant), [variant]);
  useLiveAnswers(() => moveScene(bench).pixels, SOURCES);
  const sources = [bench.lab, bench.experiment, placeStore, pictureStore];
  const position = useTold(() => positionSentence(bench, shown, messages), [placeStore], 700);
  const whole = useTold(() => stageSentence(bench, shown, messages), sources, 1500);
  const trained = {
    roaming: move.trainedRoaming,
    corner: move.trainedCorner,
    centred: move.trainedCentred,
  }[variant];
  return (
    <figure className="move-stage" aria-labelledby={title} aria-describedby={summary}>
      <figcaption id={title} className="visually-hidden">
        {move.stageTitle}
      </figcaption>
      <p id={summary} className="visually-hidden">
        {whole}
      </p>
      <p className="visually-hidden" role="status">
        {position}
      </p>
      <MoveNarrator />
      <div className="move-cards">
        <DigitCard />
        <div className={`card move-networks move-chosen-${sharing}`}>
          <div className="move-halves">
            {shown.map((id) => (
              <NetworkHalf key={id} network={id} chosen={compare && id === sharing} />
            ))}
          </div>
          <EquivarianceNote shown={shown} />
        </div>
        <section className="card move-where">
          <h2>{move.trainedTitle}</h2>
          <p className="note">{trained}</p>
        </section>
      </div>
    </figure>
  );
}
