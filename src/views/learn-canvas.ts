/**
 * The pixels of a Learn card: map of tiles, sum, kernels, and the tiles in flight, on one canvas in device
 * pixels. Geometry comes from the layout, the moment from the scene; every colour is a number of the picture.
 */
import type { ColorTable } from './color-scales';
import { type Box, closeUpOrigin, type LearnLayout, TILES } from './learn-layout';
import type { LearnScene } from './learn-scene';
import { mapThread } from './learn-threads';
import { ledgerColors } from './ledger-colors';
import { drawnExtent, strengthsOf } from './ledger-extent';
import { type LedgerPicture, partialSum } from './ledger-picture';
import { createStamps } from './ledger-stamps';
import type { Palette } from './palette';
import { flightPoint } from './sum-threads';

const SIZE = 5;
const TAPS = SIZE * SIZE;
const GAP = 1;
/** Between the enlarged kernels of a narrow card. */
export const CLOSE_GAP = 4;
const everyTap = Array.from({ length: TAPS }, (_, tap) => tap);
const everySite = Array.from({ length: TILES * TILES }, (_, site) => site);

export type LearnCanvas = {
  readonly begin: (width: number, height: number, dpr: number, palette: Palette) => void;
  readonly shared: (picture: LedgerPicture, layout: LearnLayout, scene: LearnScene, opacity: number) => void;
  /** `mapOpacity` is that of the gradients, `opacity` that of the kernels. */
  readonly independent: (
    picture: LedgerPicture,
    layout: LearnLayout,
    scene: LearnScene,
    opacity: number,
    mapOpacity: number,
    site: number,
  ) => void;
  /** Copies of one kernel on their way from the one kernel's place to the wall. */
  readonly copies: (
    kernel: Float32Array,
    extent: number,
    layout: LearnLayout,
    part: number,
    opacity: number,
  ) => void;
  readonly remove: () => void;
};

/** Numbers in tiles: which rows to show, on which scale. */
type Rows = {
  readonly values: ArrayLike<number>;
  readonly cells: number;
  readonly rowOf: readonly number[];
  readonly extent: number;
};

export function createLearnCanvas(container: HTMLElement): LearnCanvas {
  const canvas = container.ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.display = 'block';
  container.append(canvas);
  const context = canvas.getContext('2d');
  const stamps = createStamps(container.ownerDocument);
  let [dpr, table]: [number, ColorTable] = [1, new Uint8ClampedArray()];

  function put(image: HTMLCanvasElement, { x, y, width, height }: Box, opacity: number): void {
    if (!context || opacity <= 0) return;
    context.globalAlpha = opacity;
    const [left, top] = [Math.round(x * dpr), Math.round(y * dpr)];
    context.drawImage(image, left, top, Math.round(width * dpr), Math.round(height * dpr));
    context.globalAlpha = 1;
  }

  type Grid = {
    readonly name: string;
    readonly columns: number;
    readonly pitch: number;
    readonly gap?: number;
    readonly strength?: (tile: number) => number;
  };
  const stampOf = (rows: Rows, { name, columns, pitch, gap = GAP, strength }: Grid) =>
    stamps.of(name, {
      ...rows,
      size: SIZE,
      columns,
      pitch: Math.round(pitch * dpr),
      gap: Math.max(1, Math.round(gap * dpr)),
      table,
      ...(strength ? { strength } : {}),
    });

  /** A map, a wall or a close-up, in its box. */
  function gridInto(box: Box, rows: Rows, grid: Grid, opacity: number): void {
    const gap = grid.gap ?? GAP;
    const inner = { ...box, width: box.width - gap, height: box.height - gap };
    put(stampOf(rows, grid), inner, opacity);
  }

  /** One 5x5 grid whose cells have a gap between them. */
  function cellsInto(
    box: Box,
    values: ArrayLike<number>,
    extent: number,
    opacity: number,
    name: string,
  ): void {
    const pitch = Math.round((box.width * dpr) / SIZE);
    const image = stamps.of(name, {
      values,
      cells: 1,
      rowOf: everyTap,
      size: 1,
      columns: SIZE,
      pitch,
      gap: Math.max(1, Math.round(dpr)),
      extent,
      table,
    });
    put(image, box, opacity);
  }

  /** Tiles in flight, each cut from the whole map; weak ones are faint, empty ones are not there. */
  function flying(
    rows: Rows,
    box: Box,
    pitch: number,
    placeOf: (site: number, x: number, y: number) => { x: number; y: number; opacity: number } | null,
  ): void {
    if (!context) return;
    const image = stampOf(rows, { name: 'flying', columns: TILES, pitch });
    const strengths = strengthsOf(rows.values, rows.cells, rows.extent);
    const step = Math.round(pitch * dpr);
    const side = step - Math.max(1, Math.round(GAP * dpr));
    for (const site of everySite) {
      const [column, row] = [site % TILES, Math.floor(site / TILES)];
      const strength = strengths[site] ?? 0;
      const place = strength > 0 ? placeOf(site, box.x + column * pitch, box.y + row * pitch) : null;
      if (!place || place.opacity <= 0) continue;
      context.globalAlpha = place.opacity * Math.min(1, 0.25 + strength);
      const [x, y] = [Math.round(place.x * dpr), Math.round(place.y * dpr)];
      context.drawImage(image, column * step, row * step, side, side, x, y, side, side);
    }
    context.globalAlpha = 1;
  }

  const tilesOf = (picture: LedgerPicture): Rows => {
    const cells = picture.tiles.length / picture.groupOf.length;
    return { values: picture.tiles, cells, rowOf: everySite, extent: drawnExtent(picture.tiles, cells) };
  };

  return {
    begin(width, height, ratio, palette) {
      [dpr, table] = [ratio, ledgerColors(palette).table];
      const [wide, high] = [Math.round(width * dpr), Math.round(height * dpr)];
      if (canvas.width !== wide || canvas.height !== high) {
        [canvas.width, canvas.height] = [wide, high];
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context?.clearRect(0, 0, wide, high);
      if (context) context.imageSmoothingEnabled = false;
    },

    shared(picture, layout, scene, opacity) {
      if (!context) return;
      const pitch = layout.pitch.shared;
      const tiles = tilesOf(picture);
      const strength = scene.tileStrength;
      // Side by side the maps of both networks have one place: the other one covers this one in a flip.
      const mapOpacity = layout.axis === 'across' ? 1 : opacity;
      gridInto(layout.map.shared, tiles, { name: 'map', columns: TILES, pitch, strength }, mapOpacity);
      const whole = partialSum(picture.tiles, tiles.cells, picture.groupOf.length);
      const sum = partialSum(picture.tiles, tiles.cells, scene.arrived);
      const sumExtent = drawnExtent(whole, tiles.cells);
      cellsInto(layout.sum, sum, sumExtent, opacity, 'sum');
      const extent = drawnExtent(picture.kernels, tiles.cells);
      const { kernelMix, sumToKernel } = scene;
      if (kernelMix < 1) cellsInto(layout.kernel, picture.previousKernels, extent, opacity, 'kernel before');
      cellsInto(layout.kernel, picture.kernels, extent, opacity * kernelMix, 'kernel');
      if (sumToKernel > 0 && sumToKernel < 1)
        cellsInto(onTheWay(layout, sumToKernel), sum, sumExtent, 0.9 * (1 - sumToKernel ** 3), 'sum');
      if (scene.arrived < picture.groupOf.length && scene.toSum(0) > 0)
        flying(tiles, layout.map.shared, pitch, (site, x, y) => {
          const flown = scene.toSum(site);
          if (flown <= 0 || flown >= 1) return null;
          const half = pitch / 2;
          const at = flightPoint({ x: x + half, y: y + half }, mapThread(layout, site, 0), flown);
          return { x: at.x - half, y: at.y - half, opacity: 1 };
        });
    },

    independent(picture, layout, scene, opacity, mapOpacity, site) {
      if (!context) return;
      const { wall, closeUp, pitch: pitches } = layout;
      const pitch = pitches.independent;
      const from = layout.map.independent;
      const tiles = tilesOf(picture);
      const strength = scene.tileStrength;
      gridInto(from, tiles, { name: 'own map', columns: TILES, pitch, strength }, mapOpacity);
      const extent = drawnExtent(picture.kernels, tiles.cells);
      const after: Rows = { values: picture.kernels, cells: tiles.cells, rowOf: picture.groupOf, extent };
      const before: Rows = { ...after, values: picture.previousKernels };
      const { kernelMix, toOwnKernel } = scene;
      const both = (box: Box, rowOf: readonly number[], grid: Omit<Grid, 'name'>, name: string) => {
        if (kernelMix < 1) gridInto(box, { ...before, rowOf }, { ...grid, name: `${name} before` }, opacity);
        gridInto(box, { ...after, rowOf }, { ...grid, name }, opacity * kernelMix);
      };
      both(wall, picture.groupOf, { columns: TILES, pitch }, 'wall');
      if (closeUp) {
        const rowOf = closeUpSites(site, closeUp.tiles).map((shown) => picture.groupOf[shown] ?? 0);
        both(closeUp, rowOf, { columns: closeUp.tiles, pitch: closeUp.pitch, gap: CLOSE_GAP }, 'close-up');
      }
      if (toOwnKernel > 0 && toOwnKernel < 1)
        flying(tiles, from, pitch, (_, x, y) => ({
          x: x + (wall.x - from.x) * toOwnKernel,
          y: y + (wall.y - from.y) * toOwnKernel,
          opacity: 1 - toOwnKernel ** 4,
        }));
    },

    copies(kernel, extent, layout, part, opacity) {
      if (!context) return;
      const { kernel: from, wall } = layout;
      const pitch = layout.pitch.independent;
      const rows: Rows = { values: kernel, cells: kernel.length, rowOf: [0], extent };
      const image = stampOf(rows, { name: 'copy', columns: 1, pitch });
      const side = pitch - GAP;
      const along = (start: number, end: number) => start + (end - start) * part;
      const spread = (from.width - side) / (TILES - 1);
      for (const site of everySite) {
        const [column, row] = [site % TILES, Math.floor(site / TILES)];
        const x = along(from.x + column * spread, wall.x + column * pitch);
        const y = along(from.y + row * spread, wall.y + row * pitch);
        put(image, { x, y, width: side, height: side }, opacity);
      }
    },

    remove: () => canvas.remove(),
  };
}

/** The sum on its way to the kernel: it shrinks a little, so that both can be told apart. */
function onTheWay({ sum, kernel }: LearnLayout, part: number): Box {
  const side = sum.width * (1 - 0.35 * part);
  const middle = (from: number, to: number) => from + (to - from) * part + (sum.width - side) / 2;
  return { x: middle(sum.x, kernel.x), y: middle(sum.y, kernel.y), width: side, height: side };
}

function closeUpSites(site: number, tiles: number): readonly number[] {
  const { row, column } = closeUpOrigin(site, tiles);
  return Array.from(
    { length: tiles * tiles },
    (_, index) => (row + Math.floor(index / tiles)) * TILES + column + (index % tiles),
  );
}
