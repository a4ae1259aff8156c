/**
 * Where tiles and threads of a tie map are in a moment, as data: at rest, or on the way from one map to the next, when
 * tiles that join meet and tiles that part leave one another. Opacities are 0 to 1.
 */
import type { Box } from './learn-layout';
import type { LedgerPicture } from './ledger-picture';
import { type Slots, slotBox, slotsOf, type TieMapLayout } from './tie-map-layout';
import { boxBetween, mainPassage, type Passage, passagesOf } from './tie-map-regroup';
import { type Route, tieMapRoutes } from './tie-map-threads';

/** What gives way to the present picture. */
export type Regroup = {
  readonly before: LedgerPicture;
  /** [256] numbers that the cells had on the screen: those under the brush, where a stroke has just ended. */
  readonly labels: readonly number[];
  /** 0 to 1; eased. */
  readonly progress: number;
};

export type PlacedTile = { readonly row: number; readonly box: Box; readonly opacity: number };
export type PlacedThread = { readonly route: Route; readonly opacity: number };

/** One of two pictures on the stage: its tiles and threads, where they are and how much of them shows. */
export type Company = {
  readonly slots: Slots;
  readonly tiles: readonly PlacedTile[];
  readonly threads: readonly PlacedThread[];
  /** Where each group's number is. */
  readonly chips: readonly PlacedTile[];
};

/** The picture at rest. labels: [256] as the cells are numbered on the screen. */
export function atRest(layout: TieMapLayout, { groups, groupOf }: LedgerPicture): Company {
  const slots = slotsOf(layout, groups);
  const tiles = Array.from({ length: groups }, (_, row) => ({ row, box: slotBox(slots, row), opacity: 1 }));
  const threads = tieMapRoutes(layout, slots, groupOf).map((route) => ({ route, opacity: 1 }));
  return { slots, tiles, threads, chips: slots.chips ? tiles : [] };
}

/** Both pictures `progress` of the way from the one before to the present one. */
export function onTheWay(
  layouts: { readonly before: TieMapLayout; readonly now: TieMapLayout },
  before: LedgerPicture,
  now: LedgerPicture,
  progress: number,
): { readonly before: Company; readonly now: Company } {
  const slots = { before: slotsOf(layouts.before, before.groups), now: slotsOf(layouts.now, now.groups) };
  const passages = passagesOf(before.groupOf, now.groupOf);
  const boxOf = ({ from, to }: Passage) =>
    boxBetween(slotBox(slots.before, from), slotBox(slots.now, to), progress);
  const company = (side: 'before' | 'now', end: 'from' | 'to', opacity: number): Company => {
    const { groups, groupOf } = side === 'before' ? before : now;
    const main = (group: number): Box => {
      const passage = mainPassage(passages, end, group);
      return passage ? boxOf(passage) : slotBox(slots[side], group);
    };
    const chips = Array.from({ length: groups }, (_, row) => ({ row, box: main(row), opacity }));
    return {
      slots: slots[side],
      // What is behind stays whole until the new numbers cover it: tiles never turn into glass on the way.
      tiles: passages.map((passage) => ({
        row: passage[end],
        box: boxOf(passage),
        opacity: side === 'before' ? 1 : opacity,
      })),
      threads: tieMapRoutes(layouts[side], slots[side], groupOf, main).map((route) => ({ route, opacity })),
      chips: slots[side].chips ? chips : [],
    };
  };
  return { before: company('before', 'from', 1 - progress), now: company('now', 'to', progress) };
}
