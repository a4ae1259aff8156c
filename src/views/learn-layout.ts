/**
 * Where the panels of a Learn card lie for a given width: the map of gradients, the sum and the one kernel
 * (shared), the wall of kernels (independent). Wide cards read from left to right, narrow ones downwards.
 * CSS pixels; one layout serves both networks, so that a flip of the switch moves nothing but the threads.
 */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type LearnLayout = {
  readonly axis: 'across' | 'down';
  readonly width: number;
  /** Height of the card's picture for either network. */
  readonly height: { readonly shared: number; readonly independent: number };
  /** CSS pixels from one tile of map and wall to the next, gap included. */
  readonly pitch: { readonly shared: number; readonly independent: number };
  readonly map: { readonly shared: Box; readonly independent: Box };
  readonly sum: Box;
  readonly kernel: Box;
  readonly wall: Box;
  /** Narrow cards: some kernels of the wall, enlarged; `null` where the whole wall is large enough. */
  readonly closeUp: (Box & { readonly pitch: number; readonly tiles: number }) | null;
};

/** Tiles along each side of map and wall. */
export const TILES = 14;
const LABEL = 24;
const SCALE = 30;
const NARROW = 470;
/** Kernels along each side of the close-up. */
const CLOSE_UP = 5;

const square = (x: number, y: number, side: number): Box => ({ x, y, width: side, height: side });

export function learnLayout(width: number): LearnLayout {
  return width < NARROW ? downLayout(width) : acrossLayout(width);
}

function acrossLayout(width: number): LearnLayout {
  const pitch = Math.max(12, Math.min(26, Math.floor((width - 64) / (2 * TILES))));
  const side = pitch * TILES;
  const gap = Math.min(220, width - 2 * side);
  const left = Math.floor((width - 2 * side - gap) / 2);
  const map = square(left, LABEL, side);
  const small = Math.floor((side - 36) / 10) * 5;
  const column = left + side + Math.max(66, Math.min(120, Math.round(gap * 1.25)));
  const height = LABEL + side + SCALE;
  return {
    axis: 'across',
    width,
    height: { shared: height, independent: height },
    pitch: { shared: pitch, independent: pitch },
    map: { shared: map, independent: map },
    sum: square(column, LABEL, small),
    kernel: square(column, LABEL + side - small, small),
    wall: square(left + side + gap, LABEL, side),
    closeUp: null,
  };
}

function downLayout(width: number): LearnLayout {
  const pitch = Math.max(14, Math.min(20, Math.floor((width - 36) / TILES)));
  const side = pitch * TILES;
  const small = 70;
  const sumTop = LABEL + side + 34;
  const overview = 6 * TILES;
  const close = Math.min(44, Math.floor((width - overview - 20) / CLOSE_UP));
  const right = width - overview;
  return {
    axis: 'down',
    width,
    height: {
      shared: sumTop + small + 26,
      independent: LABEL + Math.max(2 * overview + LABEL + 10, close * CLOSE_UP + 6),
    },
    pitch: { shared: pitch, independent: 6 },
    map: {
      shared: square(Math.floor((width - side) / 2), LABEL, side),
      independent: square(right, LABEL, overview),
    },
    sum: square(2, sumTop, small),
    kernel: square(width - small - 2, sumTop, small),
    wall: square(right, LABEL + overview + LABEL + 6, overview),
    closeUp: { ...square(0, LABEL, close * CLOSE_UP), pitch: close, tiles: CLOSE_UP },
  };
}

/** First row and column of the kernels that the close-up shows, with the chosen site as near its middle as possible. */
export function closeUpOrigin(
  site: number,
  tiles: number,
): { readonly row: number; readonly column: number } {
  const inside = (middle: number) => Math.max(0, Math.min(TILES - tiles, middle - Math.floor(tiles / 2)));
  return { row: inside(Math.floor(site / TILES)), column: inside(site % TILES) };
}

/** Box of one tile of a map or wall, without the gap after it. */
export function tileBox(grid: Box, pitch: number, site: number, gap = 1): Box {
  return square(grid.x + (site % TILES) * pitch, grid.y + Math.floor(site / TILES) * pitch, pitch - gap);
}

/** The site under a point given as parts (0..1) of a map or wall. */
export function siteAt(acrossPart: number, downPart: number): number {
  const along = (part: number) => Math.max(0, Math.min(TILES - 1, Math.floor(part * TILES)));
  return along(downPart) * TILES + along(acrossPart);
}
