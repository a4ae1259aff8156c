/** The tiles of the groups for pointer, keys and screen readers: choosing one lights up its positions on the map. */
import { useStore } from 'zustand';
import { small } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { TileGrid } from '../../../lab-page/tile-grid';
import type { TieMap } from '../../../spec/tie-map';
import { useMessages } from '../../../ui/messages-context';
import { normOfRow } from '../../../views/ledger-picture';
import type { Slots } from '../../../views/tie-map-layout';
import type { TieMapPicture } from '../../../views/tie-map-picture';
import { MIDDLE_SITE } from '../positions';

export function KernelGrid(props: {
  readonly slots: Slots;
  readonly map: TieMap;
  /** Positions of each group. */
  readonly counts: readonly number[];
  readonly picture: TieMapPicture;
}) {
  const { slots, map, counts, picture } = props;
  const { selection, experiment } = useBench();
  const { tieMap: words } = useMessages();
  const site = useStore(selection, (state) => state.site) ?? MIDDLE_SITE;
  const busy = useStore(experiment, (state) => state.target !== null);
  const nameOf = (group: number) => {
    const positions = counts[group];
    if (positions === undefined) return words.noTile;
    const cells = picture.kernels.length / picture.groups;
    const length = picture.source === 'unread' ? '–' : small(normOfRow(picture.kernels, group, cells));
    return words.tile(String(group + 1), String(positions), length);
  };
  return (
    <TileGrid
      label={words.tilesGrid}
      box={slots.area}
      rows={slots.rows}
      columns={slots.columns}
      chosen={map[site] ?? 0}
      nameOf={nameOf}
      version={picture}
      busy={busy}
      // Behind the last tile of a ragged row: the last tile.
      onChoose={(group) => selection.setSite(map.indexOf(Math.min(group, counts.length - 1)))}
      follow="hover"
    />
  );
}
