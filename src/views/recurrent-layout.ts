/**
 * Where the parts of a Recurrent card lie for a given width and sequence: a column for each step, with the class
 * probabilities, the letter and the state above, the gradient below; between them the one W and the sum (shared) or a
 * W in each column (independent). CSS pixels; one layout serves both networks, so that a flip of the switch moves
 * nothing but the threads.
 */
import type { Box } from './learn-layout';

export type RecurrentShape = {
  readonly symbols: number;
  readonly hidden: number;
  readonly classes: number;
  /** Steps that training reaches. */
  readonly trained: number;
};

export type RecurrentLayout = {
  readonly width: number;
  readonly height: number;
  /** Narrow cards have short words and no percentages. */
  readonly narrow: boolean;
  /** Steps drawn: those of the sequence, and those that training reaches. */
  readonly columns: number;
  readonly trained: number;
  readonly left: number;
  /** From one column to the next. */
  readonly pitch: number;
  readonly caption: number;
  readonly heat: { readonly y: number; readonly pitch: number; readonly height: number };
  readonly letters: number;
  readonly states: { readonly y: number; readonly columns: number; readonly cell: number };
  /** Blocks of a tile of W, top to bottom: symbols, state, bias. */
  readonly tile: Tile;
  /** The one W and the sum, which are larger where columns are narrow. */
  readonly big: Tile;
  readonly sum: Box;
  readonly one: Box;
  readonly own: number;
  readonly gradients: number;
  readonly shares: number;
};

export type Tile = {
  readonly width: number;
  readonly height: number;
  /** Top and height of each block within the tile. */
  readonly blocks: readonly { readonly y: number; readonly height: number }[];
};

const NARROW = 430;
const MOST_PITCH = 78;
const LEAST_BIG = 40;
const MOST_BIG = 60;
const BLOCK_GAP = 3;
const BIAS = 2;
const THREADS = 40;
const ARROW = { narrow: 42, wide: 62 };

/** Columns of the little grid that shows a state. */
const stateColumns = (hidden: number) => (hidden > 24 ? 8 : hidden > 16 ? 6 : 4);

function tileOf(width: number, { symbols, hidden }: RecurrentShape): Tile {
  const row = width / hidden;
  const symbolRows = Math.max(6, Math.round(symbols * row));
  const stateRows = Math.round(hidden * row);
  const second = symbolRows + BLOCK_GAP;
  const third = second + stateRows + BLOCK_GAP;
  return {
    width,
    height: third + BIAS,
    blocks: [
      { y: 0, height: symbolRows },
      { y: second, height: stateRows },
      { y: third, height: BIAS },
    ],
  };
}

export function recurrentLayout(width: number, steps: number, shape: RecurrentShape): RecurrentLayout {
  const narrow = width < NARROW;
  const columns = Math.max(steps, shape.trained);
  const labels = narrow ? 58 : 84;
  // At least eight columns wide, so that typing a word does not make everything jump.
  const pitch = Math.min(MOST_PITCH, Math.floor((width - labels) / Math.max(8, columns)));
  const left = Math.floor((width + labels - columns * pitch) / 2);
  const gap = pitch >= 30 ? 4 : 2;
  const tile = tileOf(pitch - gap, shape);
  const big = tileOf(Math.max(LEAST_BIG, Math.min(MOST_BIG, tile.width)), shape);
  const heatPitch = narrow || shape.classes > 6 ? 14 : 16;
  const heat = { y: 24, pitch: heatPitch, height: heatPitch - 2 };
  const letters = heat.y + shape.classes * heatPitch + (narrow ? 18 : 22);
  const across = stateColumns(shape.hidden);
  const cell = Math.max(1, Math.min(7, Math.floor((tile.width - 2) / across)));
  const states = { y: letters + 9, columns: across, cell };
  const stateHeight = Math.ceil(shape.hidden / across) * cell;
  const middle = states.y + stateHeight + THREADS;
  const centre = left + (columns * pitch) / 2;
  const arrow = narrow ? ARROW.narrow : ARROW.wide;
  const room = narrow ? { left: 64, right: 76 } : { left: 112, right: 170 };
  const rightmost = width - room.right - 2 * big.width - arrow;
  const start = Math.round(Math.max(room.left, Math.min(rightmost, centre - big.width - arrow / 2)));
  const sum = { x: start, y: middle, width: big.width, height: big.height };
  const one = { ...sum, x: start + big.width + arrow };
  const gradients = middle + Math.max(big.height, tile.height) + THREADS;
  const shares = gradients + tile.height + 8;
  return {
    width,
    height: shares + 22,
    narrow,
    columns,
    trained: shape.trained,
    left,
    pitch,
    caption: 12,
    heat,
    letters,
    states,
    tile,
    big,
    sum,
    one,
    own: middle + Math.max(0, Math.floor((big.height - tile.height) / 2)),
    gradients,
    shares,
  };
}

/** Left edge and middle of a step's column. */
export const columnLeft = ({ left, pitch }: RecurrentLayout, step: number): number => left + step * pitch;
export const columnMiddle = ({ left, pitch, tile }: RecurrentLayout, step: number): number =>
  left + step * pitch + tile.width / 2;

/** Bottom of the states' grids. */
export const statesBottom = ({ states }: RecurrentLayout, hidden: number): number =>
  states.y + Math.ceil(hidden / states.columns) * states.cell;

/** All that belongs to the steps, from the first class to the last share. */
export const columnsBox = (layout: RecurrentLayout): Box => ({
  x: layout.left,
  y: layout.heat.y - 4,
  width: layout.columns * layout.pitch,
  height: layout.height - layout.heat.y + 4,
});
