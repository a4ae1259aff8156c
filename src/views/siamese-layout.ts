/**
 * Where the parts of a Siamese card lie for a given width: two pictures, one tower or two, the plane, the gauge, the
 * gradients. Wide cards read from left to right, narrow ones downwards. `routing` 0 is the one tower, 1 are two:
 * a flip of the switch moves the towers apart and nothing else. CSS pixels.
 */
import type { Box } from './learn-layout';

export type SiameseLayout = {
  readonly axis: 'across' | 'down';
  readonly width: number;
  readonly height: number;
  /** Of the picture that goes to tower A, and of the one that goes to tower B. */
  readonly pictures: readonly [Box, Box];
  readonly swap: Box;
  /** Where tower A and tower B stand on their own, and where the one tower does. */
  readonly towers: readonly [Box, Box];
  readonly oneTower: Box;
  readonly plane: Box;
  /** The chosen pair enlarged; null where there is no room for it. */
  readonly closeUp: Box | null;
  readonly captionY: number;
  readonly gauge: {
    /** Of the three bars together. */
    readonly box: Box;
    readonly row: number;
    /** Right end of the numbers; left end of the verdicts, which stand below the bars on narrow cards. */
    readonly numberX: number;
    readonly verdictX: number;
    readonly verdictBelow: number;
  };
  readonly ledger: {
    /** Gradient through each tower, their sum; four tiles each. */
    readonly groups: readonly [Box, Box];
    readonly sum: Box;
    readonly tile: number;
    readonly gap: number;
    readonly check: { readonly x: number; readonly y: number };
    /** Where the words of two towers stand, which have no sum. */
    readonly noSum: { readonly x: number; readonly y: number };
  };
};

const NARROW = 500;
const BASE = 586;
const LARGEST = 1.55;
export const TILES_SHOWN = 4;

const square = (x: number, y: number, side: number): Box => ({ x, y, width: side, height: side });
const tilesWide = (tile: number, gap: number) => TILES_SHOWN * tile + (TILES_SHOWN - 1) * gap;
const tileRow = (x: number, y: number, tile: number, gap: number): Box => ({
  x,
  y,
  width: tilesWide(tile, gap),
  height: tile,
});

export const siameseLayout = (width: number): SiameseLayout =>
  width < NARROW ? downLayout(width) : acrossLayout(width);

function acrossLayout(width: number): SiameseLayout {
  const scale = Math.min(LARGEST, width / BASE);
  const left = Math.floor((width - BASE * scale) / 2);
  const at = (x: number) => left + Math.round(x * scale);
  const long = (length: number) => Math.round(length * scale);
  const picture = long(96);
  const swap = 34;
  const height = 2 * picture + swap + 12;
  const tower = long(82);
  const towerX = at(134);
  const gaugeTop = height + 58;
  const row = 22;
  const ledgerTop = gaugeTop + 3 * row + 46;
  const tile = long(35);
  const gap = 3;
  const group = tilesWide(tile, gap);
  const second = at(0) + group + 24;
  const third = second + group + 28;
  return {
    axis: 'across',
    width,
    height: ledgerTop + tile + 8,
    pictures: [square(at(0), 0, picture), square(at(0), height - picture, picture)],
    swap: { x: at(0), y: picture + 6, width: picture, height: swap },
    towers: [
      square(towerX, Math.round((picture - tower) / 2), tower),
      square(towerX, height - Math.round((picture + tower) / 2), tower),
    ],
    oneTower: square(towerX, Math.round((height - tower) / 2), tower),
    plane: { x: at(256), y: 0, width: at(484) - at(256), height },
    closeUp: { x: at(496), y: 0, width: at(BASE) - at(496), height: height - 54 },
    captionY: height + 18,
    gauge: {
      box: { x: at(0) + 62, y: gaugeTop, width: at(372) - at(0) - 62, height: 3 * row },
      row,
      numberX: at(372) + 44,
      verdictX: at(372) + 58,
      verdictBelow: 0,
    },
    ledger: {
      groups: [tileRow(at(0), ledgerTop, tile, gap), tileRow(second, ledgerTop, tile, gap)],
      sum: tileRow(third, ledgerTop, tile, gap),
      tile,
      gap,
      check: { x: third + group + 14, y: ledgerTop + tile / 2 + 5 },
      noSum: { x: third - 6, y: ledgerTop + tile / 2 - 3 },
    },
  };
}

function downLayout(width: number): SiameseLayout {
  const picture = Math.min(96, Math.floor((width - 74) / 2));
  const apart = Math.min(100, width - 2 * picture);
  const between = apart - 20 > 52 ? apart - 20 : 52;
  const middle = Math.floor(width / 2);
  const pictureX = [middle - Math.floor(between / 2) - picture, middle + Math.ceil(between / 2)] as const;
  const tower = Math.min(84, picture);
  const towerY = picture + 40;
  const under = (x: number) => square(x + Math.round((picture - tower) / 2), towerY, tower);
  const planeY = towerY + tower + 40;
  const planeHeight = Math.min(230, Math.round(width * 0.78));
  const gaugeTop = planeY + planeHeight + 58;
  const row = 40;
  const ledgerTop = gaugeTop + 3 * row + 40;
  const gap = 2;
  const tile = Math.min(40, Math.floor((width - 24 - 6 * gap) / (2 * TILES_SHOWN)));
  const group = tilesWide(tile, gap);
  const sumTop = ledgerTop + tile + 42;
  return {
    axis: 'down',
    width,
    height: sumTop + tile + 8,
    pictures: [square(pictureX[0], 0, picture), square(pictureX[1], 0, picture)],
    swap: square(middle - 22, Math.round(picture / 2) - 22, 44),
    towers: [under(pictureX[0]), under(pictureX[1])],
    oneTower: square(middle - Math.round(tower / 2), towerY, tower),
    plane: { x: 0, y: planeY, width, height: planeHeight },
    closeUp: null,
    captionY: planeY + planeHeight + 18,
    gauge: {
      box: { x: 54, y: gaugeTop, width: width - 54 - 42, height: 3 * row - 14 },
      row,
      numberX: width,
      verdictX: 54,
      verdictBelow: 19,
    },
    ledger: {
      groups: [tileRow(0, ledgerTop, tile, gap), tileRow(group + 24, ledgerTop, tile, gap)],
      sum: tileRow(4, sumTop, tile, gap),
      tile,
      gap,
      check: { x: group + 20, y: sumTop + tile / 2 + 5 },
      noSum: { x: 0, y: sumTop - 14 },
    },
  };
}

/** Where tower 0 (A) or 1 (B) is while a flip is under way. */
export function towerBox(layout: SiameseLayout, tower: 0 | 1, routing: number): Box {
  const [from, to] = [layout.oneTower, layout.towers[tower]];
  const between = (start: number, end: number) => start + (end - start) * routing;
  return { ...to, x: between(from.x, to.x), y: between(from.y, to.y) };
}

/** One of the four tiles in a row of gradients. */
export const rowTile = (row: Box, { tile, gap }: SiameseLayout['ledger'], index: number): Box =>
  square(row.x + index * (tile + gap), row.y, tile);

/** One of the four kernels in a tower, two by two. */
export function towerTile(tower: Box, index: number): Box {
  const side = (tower.width - 3) / 2;
  return square(tower.x + (index % 2) * (side + 3), tower.y + Math.floor(index / 2) * (side + 3), side);
}
