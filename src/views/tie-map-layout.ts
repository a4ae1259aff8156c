/**
 * Where the tie map and the kernels of its groups lie for a given width: side by side with the threads between them,
 * on narrow cards one above the other. Few groups have large tiles with a numbered chip above; many are a wall without
 * chips. CSS pixels.
 */
import { MAP_SIDE, MAP_SITES } from '../spec/tie-map';
import type { Box } from './learn-layout';

export type TieMapLayout = {
  readonly axis: 'across' | 'down';
  readonly width: number;
  readonly height: number;
  /** The cells; the last gap included. */
  readonly map: Box;
  /** From one cell of the map to the next, gap included. */
  readonly pitch: number;
  /** What the tiles may use. */
  readonly kernels: Box;
};

/** The tiles of so many groups. */
export type Slots = {
  readonly columns: number;
  readonly rows: number;
  /** Of a tile. */
  readonly side: number;
  /** With numbered chips above the tiles. */
  readonly chips: boolean;
  /** All tiles with what belongs to them. */
  readonly area: Box;
  /** From one slot to the next. */
  readonly step: { readonly x: number; readonly y: number };
};

/** Above the map: a line of text. */
export const LABEL = 24;
const NARROW = 470;
const GAP = { across: 52, down: 40 };
const PITCH = { least: 17, most: 26 };
/** Part of a wide card that the map takes. */
const MAP_PART = 0.56;
/** Up to so many groups have chips, where their tiles are at least so large. */
const MOST_CHIPS = 36;
const LEAST_NUMBERED = 15;
/** Above the tile, chip included; and free space at the left and the right of the tiles. */
const CHIP_HEAD = 35;
const CHIP_MARGIN = 9;
export const CHIP = { width: 22, height: 17, top: 14 };
/** Where a thread runs: from the slot's edge. */
export const LANE = 4;
const LARGEST_TILE = 160;
/** Tiles are whole weights of 5x5 wide. */
const WEIGHTS = 5;

export function tieMapLayout(width: number, groups: number): TieMapLayout {
  return width < NARROW ? downLayout(width, groups) : acrossLayout(width);
}

const limit = (value: number) => Math.max(PITCH.least, Math.min(PITCH.most, Math.floor(value)));

function acrossLayout(width: number): TieMapLayout {
  const pitch = limit((width * MAP_PART) / MAP_SIDE);
  const side = pitch * MAP_SIDE;
  const left = side + GAP.across;
  return {
    axis: 'across',
    width,
    height: LABEL + side,
    map: { x: 0, y: LABEL, width: side, height: side },
    pitch,
    kernels: { x: left, y: LABEL, width: Math.max(100, width - left), height: side },
  };
}

function downLayout(width: number, groups: number): TieMapLayout {
  const pitch = limit(width / MAP_SIDE);
  const side = pitch * MAP_SIDE;
  const x = Math.max(0, Math.floor((width - side) / 2));
  const top = LABEL + side + GAP.down;
  const high = groups > MOST_CHIPS ? side : 216;
  return {
    axis: 'down',
    width,
    height: top + high + LABEL,
    map: { x, y: LABEL, width: side, height: side },
    pitch,
    kernels: { x, y: top, width: side, height: high },
  };
}

/** Tiles keep their places while a group or two are added: there is room for so many at a time. */
const ROOM = [1, 2, 4, 6, 9, 12, 16, 20, 25, 30, 36];

const fullRows = (groups: number, columns: number) => Math.ceil(groups / columns);

/** How the tiles of so many groups fill their part of the card. */
export function slotsOf(layout: TieMapLayout, count: number): Slots {
  const numbered = count <= MOST_CHIPS ? arranged(layout, count, true) : null;
  return numbered && numbered.side >= LEAST_NUMBERED ? numbered : arranged(layout, count, false);
}

function arranged({ kernels, axis }: TieMapLayout, count: number, chips: boolean): Slots {
  const groups = ROOM.find((room) => room >= count) ?? count;
  const [across, down] = chips ? [CHIP_MARGIN, CHIP_HEAD] : [1, 1];
  const sideAt = (columns: number) =>
    Math.min(
      kernels.width / columns - across,
      kernels.height / fullRows(groups, columns) - down,
      LARGEST_TILE,
    );
  // Large tiles, but not for the price of ragged rows.
  const score = (columns: number) => (sideAt(columns) * groups) / (columns * fullRows(groups, columns));
  const choices = Array.from({ length: Math.min(groups, MAP_SIDE) }, (_, at) => at + 1);
  const best = choices.reduce((one, other) => (score(other) > score(one) ? other : one), 1);
  // A kernel for each position: where the position is.
  const columns = groups === MAP_SITES ? MAP_SIDE : best;
  const rows = fullRows(count, columns);
  const whole = Math.floor(sideAt(columns));
  const side = Math.max(WEIGHTS, whole >= 3 * WEIGHTS ? whole - (whole % WEIGHTS) : whole);
  const step = { x: side + across, y: side + down };
  const [width, height] = [columns * step.x, rows * step.y];
  const free = (space: number) => Math.max(0, Math.floor(space / 2));
  return {
    ...{ columns, rows, side, chips, step },
    area: {
      x: kernels.x + (axis === 'down' ? free(kernels.width - width) : 0),
      y: kernels.y + (axis === 'across' ? free(kernels.height - height) : 0),
      width,
      height,
    },
  };
}

/** The box of a group's tile. */
export function slotBox({ area, columns, step, side, chips }: Slots, group: number): Box {
  const [left, top] = chips ? [CHIP_MARGIN - 2, CHIP_HEAD - 1] : [0, 0];
  return {
    x: area.x + (group % columns) * step.x + left,
    y: area.y + Math.floor(group / columns) * step.y + top,
    width: side,
    height: side,
  };
}

/** The box of a group's chip, above its tile. */
export function chipBox(tile: Box): Box {
  return { x: tile.x, y: tile.y - CHIP_HEAD + 1 + CHIP.top, width: CHIP.width, height: CHIP.height };
}

/** The box of one cell of the map, without the gap after it. */
export const cellBox = ({ map, pitch }: TieMapLayout, site: number): Box => ({
  x: map.x + (site % MAP_SIDE) * pitch,
  y: map.y + Math.floor(site / MAP_SIDE) * pitch,
  width: pitch - 1,
  height: pitch - 1,
});
