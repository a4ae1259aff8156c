/** The card of one network: its picture, the grids that make it usable without a mouse, and what it shows in words. */
import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { powerOfTen, small, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
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
import { flagshipNetwork } from '../../../spec/flagship-network';
import { useMessages } from '../../../ui/messages-context';
import { closeUpOrigin, learnLayout, TILES } from '../../../views/learn-layout';
import type { LearnPart } from '../../../views/learn-scene';
import { createLearnView, type LearnViewProps } from '../../../views/learn-view';
import {
  changeOfKernel,
  hasGradients,
  normOfRow,
  shareOfSum,
  tileSumOf,
} from '../../../views/ledger-picture';
import { useConvolution } from '../use-convolution';
import { firstKernels, type LearnNetwork } from './first-pictures';
import { type LearnPicture, learnPicture } from './learn-pictures';
import { columnOf, MIDDLE_SITE, rowOf, SITES, shareText } from './positions';

const PARTS: readonly LearnPart[] = ['tiles', 'sum', 'kernel', 'wall', 'identity'];
const partOf = (name: string | null): LearnPart | null => PARTS.find((part) => part === name) ?? null;

const parameters = {
  shared: whole(networkCost(flagshipNetwork('shared')).parameters),
  independent: whole(networkCost(flagshipNetwork('independent')).parameters),
};

export function LearnCard(props: CardProps) {
  const bench = useBench();
  const { lab, experiment, selection } = bench;
  const narration = narrationOf(bench);
  const { learn: words, training } = useMessages();
  const palette = usePalette();
  const init = useConvolution((state) => state.init);
  const site = useStore(selection, (state) => state.site) ?? MIDDLE_SITE;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const busy = useStore(experiment, (state) => state.target !== null);
  const { routing, network, sumKnown } = useCard(props);
  const layout = useMemo(() => (width > 0 ? learnLayout(width) : null), [width]);
  useCalmChanges([experiment, lab]);
  const picture = learnPicture(bench, network);

  const view = useView<LearnViewProps>(createLearnView, () => {
    if (!layout) return null;
    const part = routing.getState().routing;
    const state = lab.getState().state;
    const shared = part < 1 ? learnPicture(bench, 'shared') : null;
    const independent = part > 0 ? learnPicture(bench, 'independent') : null;
    const shown = part < 0.5 ? shared : independent;
    const start = { seed: Number(state.seed), init, digit: 0, data: 'roaming' } as const;
    return {
      palette,
      words,
      width: layout.width,
      dpr: Math.min(3, globalThis.devicePixelRatio || 1),
      routing: part,
      shared,
      independent,
      copy:
        part > 0 && part < 1 && init === 'copies' ? firstKernels('shared', start, shown?.filter ?? 0) : null,
      phase: narration.getState().phase,
      source: shown?.source ?? 'example',
      selected: selection.getState().site ?? MIDDLE_SITE,
      part: partOf(selection.getState().part),
    };
  }, [experiment, lab, selection, narration, routing]);

  const choose = useRef((chosenSite: number) => selection.setSite(chosenSite)).current;
  const map = layout?.map[network];
  const names = namesOf(picture, words);
  const window = layout?.closeUp ? closeUpOrigin(site, layout.closeUp.tiles) : null;
  const unknown = unknownLine(picture, training);
  const line = unknown ?? lineOf(picture, network, words, init === 'copies');
  /** What the grids of tiles and of kernels have in common: a cell for each position. */
  const positions = { rows: TILES, columns: TILES, chosen: site, version: picture, busy, onChoose: choose };
  return (
    <NetworkCard
      {...props}
      network={network}
      note={words.parameters(parameters[network])}
      step={picture.source === 'example' ? null : picture.step}
      summary={unknown ?? summaryOf(picture, network, site, words)}
      frame={frame}
      height={layout?.height[network] ?? 320}
      line={layout?.closeUp && network === 'independent' ? `${line} ${words.swipe}` : line}
      differs={!isSame(picture)}
      toCome={network === 'shared' && !sumKnown}
    >
      <div ref={view} />
      {layout && map && (
        <TileGrid
          label={words.tilesGrid[network]}
          box={map}
          {...positions}
          nameOf={names.tile}
          follow={layout.axis === 'down' && network === 'independent' ? 'drag' : 'hover'}
        />
      )}
      {layout && network === 'independent' && (
        <TileGrid
          label={words.wallGrid}
          box={layout.wall}
          {...positions}
          nameOf={names.kernel}
          follow={layout.axis === 'down' ? 'drag' : 'hover'}
        />
      )}
      {layout?.closeUp && window && network === 'independent' && (
        <CloseUpPad box={layout.closeUp} site={site} window={window} onChoose={choose} />
      )}
    </NetworkCard>
  );
}

/** The enlarged kernels of a narrow card: a tap chooses one, a swipe moves the window. Keys work on the wall. */
function CloseUpPad(props: {
  readonly box: { x: number; y: number; width: number; height: number; pitch: number; tiles: number };
  readonly site: number;
  readonly window: { readonly row: number; readonly column: number };
  readonly onChoose: (site: number) => void;
}) {
  const { box, window, site, onChoose } = props;
  const start = useRef<{ x: number; y: number; site: number; moved: boolean } | null>(null);
  const limit = (value: number) => Math.max(0, Math.min(TILES - 1, value));
  return (
    <div
      className="close-up-pad"
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, y: event.clientY, site, moved: false };
      }}
      onPointerMove={(event) => {
        const from = start.current;
        if (!from) return;
        const right = Math.round((from.x - event.clientX) / box.pitch);
        const down = Math.round((from.y - event.clientY) / box.pitch);
        if (right !== 0 || down !== 0) from.moved = true;
        if (!from.moved) return;
        const row = limit(Math.floor(from.site / TILES) + down);
        onChoose(row * TILES + limit((from.site % TILES) + right));
      }}
      onPointerUp={(event) => {
        const bounds = event.currentTarget.getBoundingClientRect();
        if (start.current && !start.current.moved) {
          const row = window.row + Math.floor((event.clientY - bounds.top) / box.pitch);
          const column = window.column + Math.floor((event.clientX - bounds.left) / box.pitch);
          onChoose(limit(row) * TILES + limit(column));
        }
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    />
  );
}

const cellsOf = (picture: LearnPicture) => picture.tiles.length / SITES;
const isSame = (picture: LearnPicture) => !hasGradients(picture.source) || tileSumOf(picture).same;

function namesOf(picture: LearnPicture, words: Messages['learn']) {
  const cells = cellsOf(picture);
  return {
    tile: (site: number) =>
      hasGradients(picture.source)
        ? words.tileName(
            rowOf(site),
            columnOf(site),
            small(normOfRow(picture.tiles, site, cells)),
            picture.groups === 1 ? shareText(shareOfSum(picture, site)) : null,
          )
        : words.tileUnknown(rowOf(site), columnOf(site)),
    kernel: (site: number) => {
      const group = picture.groupOf[site] ?? 0;
      const norm = normOfRow(picture.kernels, group, cells);
      return words.kernelName(
        rowOf(site),
        columnOf(site),
        small(norm),
        small(changeOfKernel(picture, group)),
      );
    },
  };
}

function lineOf(
  picture: LearnPicture,
  network: LearnNetwork,
  words: Messages['learn'],
  copies: boolean,
): string {
  const { same, difference } = tileSumOf(picture);
  const text = powerOfTen(difference);
  if (network === 'shared') return same ? words.sharedSame(text) : words.sharedDiffer(text);
  if (!same) return words.independentDiffer(text);
  if (copies) return picture.step === 0 ? words.copiesAtStart : words.copiesLater;
  return words.independentLine;
}

function summaryOf(
  picture: LearnPicture,
  network: LearnNetwork,
  site: number,
  words: Messages['learn'],
): string {
  const cells = cellsOf(picture);
  const { sum, same, difference } = tileSumOf(picture);
  const text = powerOfTen(difference);
  const step = picture.source === 'example' ? words.beforeTraining : words.stepName(whole(picture.step));
  if (network === 'shared') {
    const identity = same ? words.sharedSame(text) : words.sharedDiffer(text);
    return words.sharedSummary(
      step,
      small(normOfRow(sum, 0, cells)),
      small(changeOfKernel(picture, 0)),
      identity,
    );
  }
  return words.independentSummary(
    step,
    words.position(rowOf(site), columnOf(site)),
    small(normOfRow(picture.tiles, site, cells)),
    small(changeOfKernel(picture, picture.groupOf[site] ?? 0)),
    same ? words.independentSame(text) : words.independentDiffer(text),
  );
}
