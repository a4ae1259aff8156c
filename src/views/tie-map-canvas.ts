/**
 * The pixels of the tie map's card: cells in the colours of their groups, the gradient of each position in its cell,
 * the tiles of the groups, and what is on its way between them. Device pixels on one canvas.
 */
import { MAP_SIDE } from '../spec/tie-map';
import type { ColorTable } from './color-scales';
import type { Box } from './learn-layout';
import { ledgerColors } from './ledger-colors';
import { strengthsOf } from './ledger-extent';
import { createStamps } from './ledger-stamps';
import type { Palette } from './palette';
import type { Point } from './sum-threads';
import { createCellStamps } from './tie-map-cells';
import type { TieMapLayout } from './tie-map-layout';

const SIZE = 5;
const GAP = 1;
/** Of the group's colour around a gradient. */
const RIM = 2;
/** Side of a square of as many pixels as a sheet of tiles may have, device pixels. */
const LARGEST_SHEET = 1000;

/** Numbers in tiles: [rows, cells], of which the last is the bias, which is not drawn. */
export type Rows = {
  readonly values: Float32Array | Float64Array;
  readonly cells: number;
  readonly extent: number;
};

export type TieMapCanvas = {
  readonly begin: (width: number, height: number, dpr: number, palette: Palette) => void;
  /** The map in colours. `opacity`, as everywhere, 0 to 1. */
  readonly cells: (
    layout: TieMapLayout,
    labels: readonly number[],
    palette: Palette,
    opacity: number,
  ) => void;
  /** The gradient of each position in its cell. */
  readonly gradients: (layout: TieMapLayout, rows: Rows, strength: (site: number) => number) => void;
  /**
   * Tiles of the rows, each in its box. `name` tells sets of numbers apart that are drawn in one frame, `side` is that
   * of the tiles at rest: on their way they are scaled.
   */
  readonly tiles: (
    name: string,
    rows: Rows,
    side: number,
    placed: readonly { readonly row: number; readonly box: Box; readonly opacity: number }[],
  ) => void;
  /** Gradients on their way: the middle of each, or null where it stays. */
  readonly flying: (layout: TieMapLayout, rows: Rows, placeOf: (site: number) => Point | null) => void;
  readonly remove: () => void;
};

const everySite = Array.from({ length: MAP_SIDE * MAP_SIDE }, (_, site) => site);

export function createTieMapCanvas(container: HTMLElement): TieMapCanvas {
  const { ownerDocument } = container;
  const canvas = ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.display = 'block';
  container.append(canvas);
  const context = canvas.getContext('2d');
  const stamps = createStamps(ownerDocument);
  const cellStamps = createCellStamps(ownerDocument);
  let [dpr, table]: [number, ColorTable] = [1, new Uint8ClampedArray()];

  const device = (length: number) => Math.round(length * dpr);
  function put(image: HTMLCanvasElement, { x, y }: Point, width: number, height: number, opacity: number) {
    if (!context || opacity <= 0) return;
    context.globalAlpha = opacity;
    context.drawImage(image, device(x), device(y), width, height);
    context.globalAlpha = 1;
  }

  type Sheet = Rows & {
    readonly table: ColorTable;
    readonly side: number;
    readonly image: HTMLCanvasElement;
  };
  const sheets = new Map<string, Sheet>();

  /** One stamp with all rows, up to 16 abreast, whose tiles are at most `wanted` device pixels wide; kept while it is right. */
  function sheet(name: string, { values, cells, extent }: Rows, wanted: number) {
    const rows = values.length / cells;
    const columns = Math.min(MAP_SIDE, rows);
    const side = Math.max(SIZE, Math.min(wanted, Math.floor(LARGEST_SHEET / Math.sqrt(rows))));
    const last = sheets.get(name);
    const same =
      last?.values === values && last.side === side && last.extent === extent && last.table === table;
    const image = same
      ? last.image
      : stamps.of(name, {
          ...{ values, cells, extent, table, columns },
          rowOf: everySite.slice(0, rows),
          size: SIZE,
          pitch: side,
          gap: 0,
        });
    if (!same) sheets.set(name, { values, cells, extent, table, side, image });
    /** Draws one of the rows into a square of the canvas, device pixels. */
    return (row: number, x: number, y: number, width: number) => {
      const [left, top] = [(row % columns) * side, Math.floor(row / columns) * side];
      context?.drawImage(image, left, top, side, side, x, y, width, width);
    };
  }

  return {
    begin(width, height, ratio, palette) {
      [dpr, table] = [ratio, ledgerColors(palette).table];
      const [wide, high] = [device(width), device(height)];
      if (canvas.width !== wide || canvas.height !== high) {
        [canvas.width, canvas.height] = [wide, high];
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context?.clearRect(0, 0, wide, high);
      if (context) context.imageSmoothingEnabled = false;
    },

    cells({ map, pitch }, labels, palette, opacity) {
      if (!context || opacity <= 0) return;
      const image = cellStamps.of({ labels, palette, pitch: device(pitch), gap: Math.max(1, device(GAP)) });
      put(image, map, device(map.width - GAP), device(map.height - GAP), opacity);
    },

    gradients({ map, pitch }, { values, cells, extent }, strength) {
      if (!context) return;
      const [step, rim] = [device(pitch), Math.max(1, device(RIM))];
      const gap = 2 * rim + Math.max(1, device(GAP));
      const image = stamps.of('gradients', {
        ...{ values, cells, extent, table, strength },
        rowOf: everySite,
        size: SIZE,
        columns: MAP_SIDE,
        pitch: step,
        gap,
      });
      put(image, { x: map.x + rim / dpr, y: map.y + rim / dpr }, image.width, image.height, 1);
    },

    tiles(name, rows, side, placed) {
      if (!context || placed.length === 0) return;
      const draw = sheet(name, rows, device(side));
      for (const { row, box, opacity } of placed) {
        if (opacity <= 0) continue;
        context.globalAlpha = opacity;
        draw(row, device(box.x), device(box.y), device(box.width));
      }
      context.globalAlpha = 1;
    },

    flying({ pitch }, rows, placeOf) {
      if (!context) return;
      const side = device(pitch - 2 * RIM - GAP);
      const strengths = strengthsOf(rows.values, rows.cells, rows.extent);
      const draw = sheet('flying', rows, side);
      for (const site of everySite) {
        const strength = strengths[site] ?? 0;
        const place = strength > 0 ? placeOf(site) : null;
        if (!place) continue;
        context.globalAlpha = Math.min(1, 0.25 + strength);
        draw(site, Math.round(device(place.x) - side / 2), Math.round(device(place.y) - side / 2), side);
      }
      context.globalAlpha = 1;
    },

    remove: () => canvas.remove(),
  };
}
