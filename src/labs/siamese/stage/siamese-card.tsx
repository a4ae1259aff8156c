/** The card of one network: its picture, the controls that lie on it, and what it shows in words. */
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { decimal, whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { NetworkCard } from '../../../lab-page/networks/network-card';
import type { CardProps } from '../../../lab-page/networks/network-stage';
import { unknownLine } from '../../../lab-page/networks/unknown-line';
import { useCard } from '../../../lab-page/networks/use-card';
import { TileGrid } from '../../../lab-page/tile-grid';
import { narrationOf } from '../../../lab-page/training/narration';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { networkCost } from '../../../math/cost';
import { siameseNetwork } from '../../../spec/siamese-network';
import { shownStepOf } from '../../../store/experiment-state';
import { useMessages } from '../../../ui/messages-context';
import { siameseLayout } from '../../../views/siamese-layout';
import type { SiamesePart } from '../../../views/siamese-scene';
import { createSiameseView, type SiameseViewProps } from '../../../views/siamese-view';
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

export function SiameseCard(props: CardProps & { readonly onPick: (side: Side) => void }) {
  const bench = useBench();
  const { lab, experiment, selection } = bench;
  const narration = narrationOf(bench);
  const { siameseLab: words, training } = useMessages();
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { routing, network, sumKnown } = useCard(props);
  const layout = useMemo(() => (width > 0 ? siameseLayout(width) : null), [width]);
  useCalmChanges([experiment, lab, ownPictures]);
  const picture = towerPicture(bench, network);
  const embedding = embeddingOf(bench, network);
  const outcome = outcomeOf(embedding);

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

  const line = unknownLine(picture, training) ?? lineOf(picture, network, words);
  // Points are asked for anew when training pauses or the scrubber moves, and are behind for a moment.
  const now = experiment.getState();
  const pointsBehind =
    embedding && picture.step > 0 && now.target === null && embedding.step !== shownStepOf(now);
  return (
    <NetworkCard
      {...props}
      network={network}
      note={
        words.towers[network](parameters[network]) +
        (pointsBehind ? ` · ${words.pointsAt(whole(embedding.step))}` : '')
      }
      step={picture.source === 'example' ? null : picture.step}
      verdict={<span className={outcome === 'none' ? 'note' : ''}>{words.outcomes[outcome]}</span>}
      summary={summaryOf(picture, embedding, network, line, words)}
      frame={frame}
      height={layout?.height ?? 460}
      line={line}
      differs={!isSumRight(picture)}
      toCome={!sumKnown}
    >
      <div ref={view} />
      {layout && <PictureButtons layout={layout} onPick={props.onPick} />}
      {layout && <UnitGrids network={network} layout={layout} />}
    </NetworkCard>
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
