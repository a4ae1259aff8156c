/** The card of one network: its picture, the controls that lie on it, and what it shows in words. */
import { type ReactNode, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { decimal, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { TileGrid } from '../../../lab-page/tile-grid';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { useRouting } from '../../../lab-page/training/use-routing';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { networkCost } from '../../../math/cost';
import { siameseNetwork } from '../../../spec/siamese-network';
import { useMessages } from '../../../ui/messages-context';
import { siameseLayout } from '../../../views/siamese-layout';
import type { SiamesePart } from '../../../views/siamese-scene';
import { createSiameseView, type SiameseViewProps } from '../../../views/siamese-view';
import { sumIsTold } from '../../../views/step-phase';
import { type TowerNetwork, unitChange, unitNorm } from '../../../views/tower-picture';
import { towerInputs } from '../pair/chosen-pair';
import { ownPictures, type Side } from '../pair/own-pictures';
import { PictureButtons } from '../pair/picture-buttons';
import type { SiameseState } from '../parameters';
import { PICTURES, peopleFaces } from '../sample-faces';
import { isSumRight, lineOf, outcomeOf, summaryOf } from './card-words';
import { embeddingOf } from './embeddings';
import { towerPicture } from './tower-pictures';

const PARTS: readonly SiamesePart[] = ['pictures', 'tower', 'plane', 'gauge', 'tiles', 'sum', 'identity'];
const partOf = (name: string | null): SiamesePart | null => PARTS.find((part) => part === name) ?? null;

const parameters = {
  shared: whole(networkCost(siameseNetwork('shared')).parameters),
  independent: whole(networkCost(siameseNetwork('independent')).parameters),
};

export function SiameseCard(props: {
  readonly network: TowerNetwork;
  /** The switch is on this network. */
  readonly chosen: boolean;
  /** The only card: a flip of the switch changes its network before the learner's eyes. */
  readonly alone: boolean;
  readonly onPick: (side: Side) => void;
  /** What slow mode tells, above the picture. */
  readonly told?: ReactNode;
}) {
  const { chosen, alone, told } = props;
  const bench = useBench();
  const { lab, experiment, selection } = bench;
  const narration = narrationOf(bench);
  const { siameseLab: words } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const routing = useRouting(props.network, !alone);
  // While a flip re-routes the threads, the words around the picture change when the picture does.
  const network = useStore(
    routing,
    (state): TowerNetwork => (state.routing < 0.5 ? 'shared' : 'independent'),
  );
  const title = useId();
  const layout = useMemo(() => (width > 0 ? siameseLayout(width) : null), [width]);
  // Told step by step, the sum and its check come with the third phase.
  const sumKnown = useStore(narration, ({ phase }) => phase === null || sumIsTold(phase.name));
  useCalmChanges([experiment, lab, ownPictures]);
  const picture = towerPicture(bench, network);
  const embedding = embeddingOf(bench, network);
  const outcome = outcomeOf(embedding);
  // Read as the picture is: a network that is behind, or was not recorded then, says its own step.
  const { scrub, frames, step, target } = experiment.getState();
  const shownStep = scrub === null ? step : frames[scrub]?.step;

  const view = useView<SiameseViewProps>(createSiameseView, () => {
    if (!layout) return null;
    const part = routing.getState().routing;
    const of = (id: TowerNetwork) => {
      const points = embeddingOf(bench, id);
      return points && { towers: towerPicture(bench, id), embedding: points };
    };
    const state = lab.getState().state as SiameseState;
    const shared = part < 1 ? of('shared') : null;
    const independent = part > 0 ? of('independent') : null;
    if (part < 0.5 ? !shared : !independent) return null;
    return {
      palette,
      words,
      width: layout.width,
      dpr: Math.min(3, globalThis.devicePixelRatio || 1),
      routing: part,
      shared,
      independent,
      pictures: towerInputs(state),
      swapped: state.swapped,
      turned: state.data === 'turned',
      faces: peopleFaces,
      picturesOfPerson: PICTURES,
      phase: narration.getState().phase,
      part: partOf(selection.getState().part),
    };
  }, [experiment, lab, selection, narration, routing, ownPictures]);

  return (
    <figure
      className={`card siamese-card tone-${network} ${chosen ? 'is-chosen' : ''}`}
      aria-labelledby={title}
    >
      <figcaption className="siamese-heading">
        <h2 id={title} className={network}>
          {words.title[network]}
        </h2>
        <span className="note number">
          {words.towers[network](parameters[network])}
          {picture.source !== 'pair' &&
            picture.step !== shownStep &&
            ` · ${words.atStep(whole(picture.step))}`}
          {embedding && target === null && embedding.step !== shownStep && picture.step > 0
            ? ` · ${words.pointsAt(whole(embedding.step))}`
            : ''}
        </span>
        <span className={`siamese-outcome ${outcome === 'none' ? 'note' : ''}`}>
          {words.outcomes[outcome]}
        </span>
        <span className="visually-hidden">{summaryOf(picture, embedding, network, words)}</span>
      </figcaption>
      {told}
      <div ref={frame} className="siamese-picture" style={{ height: layout?.height ?? 460 }}>
        <div ref={view} />
        {layout && <PictureButtons layout={layout} onPick={props.onPick} />}
        {layout && <UnitGrids network={network} layout={layout} />}
      </div>
      <p
        className={`note siamese-line number ${isSumRight(picture) ? '' : 'siamese-differs'} ${sumKnown ? '' : 'is-to-come'}`}
      >
        {lineOf(picture, network, words)}
      </p>
    </figure>
  );
}

/** The kernels of the towers with a name for each, for keys and screen readers. */
function UnitGrids(props: {
  readonly network: TowerNetwork;
  readonly layout: ReturnType<typeof siameseLayout>;
}) {
  const { network, layout } = props;
  const bench = useBench();
  const { siameseLab: words } = useMessages();
  const { experiment, selection } = bench;
  const chosen = (useStore(selection, (state) => state.site) ?? 0) % 4;
  const busy = useStore(experiment, (state) => state.target !== null);
  const picture = towerPicture(bench, network);
  const choose = useRef((unit: number) => selection.setSite(unit)).current;
  const grid = (label: string, box: (typeof layout)['oneTower'], tower: number) => (
    <TileGrid
      key={label}
      label={label}
      box={box}
      rows={2}
      columns={2}
      chosen={chosen}
      nameOf={(unit) =>
        picture.source === 'unread'
          ? words.unitUnknown(picture.filter + unit + 1)
          : words.unitName(
              picture.filter + unit + 1,
              decimal(unitNorm(picture.kernels, picture, tower, unit)),
              decimal(unitChange(picture, tower, unit), 3),
            )
      }
      version={picture}
      busy={busy}
      onChoose={choose}
      follow="press"
    />
  );
  if (network === 'shared') return grid(words.unitsGrid.shared, layout.oneTower, 0);
  return layout.towers.map((box, tower) => grid(words.unitsGrid.independent[tower] ?? '', box, tower));
}
