/** The chosen position enlarged: its gradient and its kernel with numbers, the poke, and all values as a table. */

import { useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { decimal, small } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { unknownLine } from '../../../lab-page/networks/unknown-line';
import { TileGrid } from '../../../lab-page/tile-grid';
import { useCalmChanges } from '../../../lab-page/training/use-calm-changes';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { closeUpLayout, createLearnCloseUp, type LearnCloseUpProps } from '../../../views/learn-close-up';
import { drawnExtent } from '../../../views/ledger-extent';
import { hasGradients, partialSum, shareOfSum } from '../../../views/ledger-picture';
import type { LearnNetwork } from './first-pictures';
import { type LearnPicture, learnPicture } from './learn-pictures';
import { columnOf, MIDDLE_SITE, rowOf, SITES, shareText } from './positions';
import type { usePoke } from './use-poke';

const SIZE = 5;
/** The middle weight of the kernel. */
const MIDDLE_TAP = 12;

const rowAt = (values: Float32Array, row: number, rows: number) => {
  const cells = values.length / rows;
  return values.subarray(row * cells, (row + 1) * cells);
};

export function ChosenPosition(props: {
  readonly network: LearnNetwork;
  readonly poke: ReturnType<typeof usePoke>;
}) {
  const { network, poke } = props;
  const bench = useBench();
  const { experiment, selection, lab } = bench;
  const { learn: words, labPage, training } = useMessages();
  const palette = usePalette();
  const site = useStore(selection, (state) => state.site) ?? MIDDLE_SITE;
  const chosenTap = useStore(selection, (state) => state.tap);
  const tap = chosenTap !== null && chosenTap < SIZE * SIZE ? chosenTap : MIDDLE_TAP;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => (width > 0 ? closeUpLayout(width) : null), [width]);
  useCalmChanges([experiment, lab]);
  const picture = learnPicture(bench, network);
  const group = picture.groupOf[site] ?? 0;
  const kernel = rowAt(picture.kernels, group, picture.groups);
  const tile = rowAt(picture.tiles, site, SITES);
  const shared = network === 'shared';
  const share = shareOfSum(picture, site);
  const sharedLine =
    share === 0 ? words.closeSharedNothing : words.closeSharedSum(shareText(share), share > 0);
  const closeLine = shared ? sharedLine : words.closeOwnOnly;

  const view = useView<LearnCloseUpProps>(createLearnCloseUp, () => {
    if (width <= 0) return null;
    const now = learnPicture(bench, network);
    const here = selection.getState().site ?? MIDDLE_SITE;
    return {
      palette,
      width,
      accent: palette[network],
      dashed: !shared,
      tile: hasGradients(now.source) ? rowAt(now.tiles, here, SITES) : [],
      tileExtent: drawnExtent(now.tiles, now.tiles.length / SITES),
      tileLabel: shared ? words.closeSharedTile : words.closeOwnTile,
      kernel: rowAt(now.kernels, now.groupOf[here] ?? 0, now.groups),
      kernelExtent: drawnExtent(now.kernels, now.kernels.length / now.groups),
      kernelLabel: shared ? words.closeSharedKernel : words.closeOwnKernel,
      unitText: words.closeUnit,
      tap,
    };
  }, [experiment, lab, selection]);

  const chooseTap = useRef((chosen: number) => selection.setTap(chosen)).current;
  const nameOf = (cell: number) =>
    words.weightCell(
      Math.floor(cell / SIZE) + 1,
      (cell % SIZE) + 1,
      decimal(kernel[cell] ?? 0),
      shared ? SITES : 1,
    );
  return (
    <section
      className={`card chosen-position tone-${network}`}
      aria-label={words.closeTitle(rowOf(site), columnOf(site))}
    >
      <h2>
        <span className={network}>{labPage.networks[network]}</span>{' '}
        {words.closeTitle(rowOf(site), columnOf(site))}
      </h2>
      <p className="note number">{unknownLine(picture, training) ?? closeLine}</p>
      <div className="chosen-body">
        <div ref={frame} className="chosen-boards" style={{ height: layout?.height ?? 240 }}>
          <div ref={view} />
          {layout && (
            <TileGrid
              label={words.pokeGrid}
              box={layout.kernel}
              rows={SIZE}
              columns={SIZE}
              chosen={tap}
              nameOf={nameOf}
              version={kernel.join()}
              busy={false}
              onChoose={chooseTap}
              follow="press"
            />
          )}
        </div>
        <div className="poke">
          <Button
            disabled={poke.poking}
            onClick={() => poke.poke({ site, filter: picture.filter, tap })}
            aria-describedby="poke-hint"
          >
            {poke.poking ? words.poking : words.poke}
          </Button>
          <p id="poke-hint" className="note number">
            {words.pokeHint(Math.floor(tap / SIZE) + 1, (tap % SIZE) + 1)}
          </p>
          <p className="poke-answer" role="status">
            {poke.outcome &&
              words.pokeAnswer(
                poke.outcome.changed.shared
                  ? words.pokeResult(poke.outcome.changed.shared.length, SITES)
                  : null,
                poke.outcome.changed.independent
                  ? words.pokeResult(poke.outcome.changed.independent.length, SITES)
                  : null,
              )}
          </p>
        </div>
      </div>
      <Values picture={picture} network={network} site={site} tile={tile} />
    </section>
  );
}

/** Every number of the chosen position, for those who would rather read than look. */
function Values(props: {
  readonly picture: LearnPicture;
  readonly network: LearnNetwork;
  readonly site: number;
  readonly tile: Float32Array;
}) {
  const { picture, network, site, tile } = props;
  const { learn: words, labPage } = useMessages();
  const group = picture.groupOf[site] ?? 0;
  const before = rowAt(picture.previousKernels, group, picture.groups);
  const after = rowAt(picture.kernels, group, picture.groups);
  const known = hasGradients(picture.source);
  const sum = network === 'shared' ? partialSum(picture.tiles, tile.length, SITES) : tile;
  const head = words.valuesHead;
  return (
    <details className="learn-values">
      <summary>{words.values}</summary>
      <div className="learn-values-scroll">
        <table className="number">
          <caption className="visually-hidden">
            {words.valuesCaption(labPage.networks[network], rowOf(site), columnOf(site))}
          </caption>
          <thead>
            <tr>
              {[head.weight, head.gradient, head.sum, head.before, head.after].map((text) => (
                <th key={text} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from(tile, (value, cell) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: weights are fixed
              <tr key={cell}>
                <th scope="row">
                  {cell === tile.length - 1
                    ? words.bias
                    : words.tapName(Math.floor(cell / SIZE) + 1, (cell % SIZE) + 1)}
                </th>
                <td>{known ? small(value) : '–'}</td>
                <td>{known ? small(sum[cell] ?? 0) : '–'}</td>
                <td>{known ? decimal(before[cell] ?? 0, 3) : '–'}</td>
                <td>{picture.source === 'unread' ? '–' : decimal(after[cell] ?? 0, 3)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
