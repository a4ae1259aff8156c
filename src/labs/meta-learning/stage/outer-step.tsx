/**
 * One outer step from close up. Of Reptile: its waves with the curves before and after the inner steps, the displacement
 * of each as a heat map, and their mean, which moves the start. Of the other two: what moves, if anything does.
 */
import { useStore } from 'zustand';
import { powerOfTen, small, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { START_HIDDEN } from '../../../spec/start-network';
import { shownNetworks } from '../../../store/experiment-state';
import { useMessages } from '../../../ui/messages-context';
import { extentOf } from '../../../views/color-scales';
import { networkLook } from '../../../views/network-look';
import { STEP_PHASES } from '../../../views/step-phase';
import { useMetaLearning } from '../use-meta-learning';
import { type OuterPicture, outerPicture, SAME_WITHIN } from './outer-picture';
import { OuterTaskFigure, StartTile } from './outer-task';

export function OuterStep() {
  const bench = useBench();
  const { experiment } = bench;
  const { metaLearningLab, labPage } = useMessages();
  const words = metaLearningLab.outer;
  const sharing = useMetaLearning((state) => state.sharing);
  const tasks = whole(useMetaLearning((state) => state.tasks));
  const palette = usePalette();
  useCalmChanges([experiment]);
  // In slow mode the picture is that of the told step, with each of its phases.
  useStore(narrationOf(bench), ({ phase }) => phase?.name ?? null);
  const now = experiment.getState();
  const watched = shownNetworks(now)[sharing];
  const picture = watched && watched.step > 0 && now.spec ? outerPicture(watched, sharing, now.spec) : null;
  return (
    <figure className={`card outer-step tone-${networkLook[sharing].tone}`}>
      <figcaption className="network-heading">
        <h2>{words.titles[sharing]}</h2>
        <span className="note number">
          {picture ? metaLearningLab.stepName(whole(picture.step)) : words.notYet[sharing](tasks)}
          {picture && !picture.ledger && sharing === 'reptile' && ` · ${words.notKept}`}
        </span>
      </figcaption>
      {picture?.ledger && <Ledger picture={picture} ledger={picture.ledger} />}
      {picture && !picture.ledger && sharing === 'pretrained' && (
        <div className="outer-mean">
          <StartTile
            values={picture.moved}
            extent={extentOf(picture.moved)}
            hidden={START_HIDDEN}
            palette={palette}
            width={150}
          />
          <p className="note number">{words.movedBy(small(picture.movedLength))}</p>
        </div>
      )}
      {(picture || sharing === 'random') && <p className="note">{words.notes[sharing]}</p>}
      <span className="visually-hidden">
        {picture ? words.summary(labPage.networks[sharing], small(picture.movedLength)) : ''}
      </span>
    </figure>
  );
}

/** Which of the parts of a told step are to be seen: all of them where no step is told. */
function useTold() {
  const phase = useStore(narrationOf(useBench()), (state) => state.phase?.name ?? null);
  const at = phase === null ? STEP_PHASES.length : STEP_PHASES.indexOf(phase);
  return { displacements: at >= 1, mean: at >= 2, moved: at >= 3 };
}

function Ledger(props: {
  readonly picture: OuterPicture;
  readonly ledger: NonNullable<OuterPicture['ledger']>;
}) {
  const { picture, ledger } = props;
  const { metaLearningLab } = useMessages();
  const words = metaLearningLab.outer;
  const palette = usePalette();
  const told = useTold();
  const { selection } = useBench();
  const lit = useStore(selection, (state) => state.part);
  const extent = extentOf(ledger.tasks.flatMap(({ displacement }) => [extentOf(displacement)])) * 0.5;
  const count = whole(ledger.tasks.length);
  const same = ledger.difference < SAME_WITHIN;
  const check = (same ? words.same : words.differs)(
    count,
    powerOfTen(ledger.difference),
    small(ledger.outerRate),
    small(picture.movedLength),
  );
  return (
    <>
      <div className="outer-body">
        <ol className={`outer-tasks ${lit === 'ledger' ? 'is-lit' : ''}`} aria-label={words.ledger}>
          {ledger.tasks.map((task, index) => (
            <OuterTaskFigure
              // biome-ignore lint/suspicious/noArrayIndexKey: a task is its row of the ledger
              key={index}
              name={words.task(whole(index + 1))}
              task={task}
              picture={picture}
              extent={extent}
              displaced={told.displacements}
            />
          ))}
        </ol>
        <div className={`outer-mean ${lit === 'mean' ? 'is-lit' : ''} ${told.mean ? '' : 'is-to-come'}`}>
          <h3>{words.mean(count)}</h3>
          <StartTile
            values={ledger.mean}
            extent={extent}
            hidden={START_HIDDEN}
            palette={palette}
            width={150}
          />
          <p className={`note number ${told.moved ? '' : 'is-to-come'}`}>
            {words.moves(small(ledger.outerRate), small(picture.movedLength))}
          </p>
        </div>
      </div>
      <p
        className={`note number outer-line ${same ? '' : 'network-differs'} ${told.mean ? '' : 'is-to-come'}`}
      >
        {check}
      </p>
    </>
  );
}
