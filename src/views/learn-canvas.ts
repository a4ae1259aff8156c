/**
 * The pixels of a Learn card: map of tiles, sum, kernels, and the tiles in flight, on one canvas in device
 * pixels. Geometry comes from the layout, the moment from the scene; every colour is a number of the picture.
 */

import { type ColorTable, divergingTable } from './color-scales';
import { type Box, closeUpOrigin, type LearnLayout, TILES } from './learn-layout';
import type { LearnScene } from './learn-scene';
import { mapThread } from './learn-threads';
import { type LedgerPicture, partialSum } from './ledger-picture';
import { type PixelBuffer, tileGridPixels } from './ledger-pixels';
import type { Palette } from './palette';
import { flightPoint } from './sum-threads';

const SIZE = 5;
const GAP = 1;
/** Between the enlarged kernels of a narrow card. */
export const CLOSE_GAP = 4;
const TAPS = SIZE * SIZE;

/** Part of the drawn values that may be beyond the ends of the colour scale. */
const BEYOND = 0.01;

/**
 * What the ends of the colour scale stand for: the size that 99 in 100 of the drawn values other than zero do not
 * exceed (one outlier would make all others pale). Biases are not drawn and do not count.
 */
export function drawnExtent(values: ArrayLike<number>, cells: number): number {
  const sizes = new Float64Array(values.length);
  let count = 0;
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at] ?? 0);
    if (at % cells < TAPS && size > 0) sizes[count++] = size;
  }
  const sorted = sizes.subarray(0, count).sort();
  return sorted[Math.floor((count - 1) * (1 - BEYOND))] ?? 1e-12;
}

export type LearnCanvas = {
  readonly begin: (width: number, height: number, dpr: number, palette: Palette) => void;
  readonly shared: (picture: LedgerPicture, layout: LearnLayout, scene: LearnScene, opacity: number) => void;
  readonly independent: (
    picture: LedgerPicture,
    layout: LearnLayout,
    scene: LearnScene,
    opacity: number,
    site: number,
  ) => void;
  /** Copies of one kernel on their way from the one kernel's place to the wall. */
  readonly copies: (kernel: Float32Array, layout: LearnLayout, part: number, opacity: number) => void;
  readonly remove: () => void;
};

export function createLearnCanvas(container: HTMLElement): LearnCanvas {
  const canvas = container.ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.display = 'block';
  container.append(canvas);
  const context = canvas.getContext('2d');
  const scratches = new Map<string, HTMLCanvasElement>();
  let [dpr, table, themed]: [number, ColorTable, Palette | null] = [1, new Uint8ClampedArray(), null];

  /** A buffer as something that can be drawn. */
  function stamp(name: string, { data, width, height }: PixelBuffer): HTMLCanvasElement {
    const scratch = scratches.get(name) ?? container.ownerDocument.createElement('canvas');
    scratches.set(name, scratch);
    if (scratch.width !== width) scratch.width = width;
    if (scratch.height !== height) scratch.height = height;
    scratch.getContext('2d')?.putImageData(new ImageData(data, width, height), 0, 0);
    return scratch;
  }

  function put(image: HTMLCanvasElement, x: number, y: number, opacity: number, side?: number): void {
    if (!context || opacity <= 0) return;
    context.globalAlpha = opacity;
    const [width, height] = side ? [side * dpr, side * dpr] : [image.width, image.height];
    context.drawImage(image, Math.round(x * dpr), Math.round(y * dpr), width, height);
    context.globalAlpha = 1;
  }

  type Grid = { values: ArrayLike<number>; cells: number; rowOf: readonly number[]; extent: number };
  const grid = (
    name: string,
    of: Grid,
    pitch: number,
    columns: number,
    strength?: (tile: number) => number,
    gap = GAP,
  ) =>
    stamp(
      name,
      tileGridPixels({
        ...of,
        size: SIZE,
        columns,
        pitch: Math.round(pitch * dpr),
        gap: Math.max(1, Math.round(gap * dpr)),
        table,
        ...(strength ? { strength } : {}),
      }),
    );

  /** One 5x5 grid whose cells have a gap between them. */
  function cellsInto(
    box: Box,
    values: ArrayLike<number>,
    extent: number,
    opacity: number,
    name: string,
  ): void {
    const pitch = Math.floor((box.width * dpr) / SIZE) / dpr;
    const image = stamp(
      name,
      tileGridPixels({
        values,
        cells: 1,
        rowOf: Array.from({ length: TAPS }, (_, tap) => tap),
        size: 1,
        columns: SIZE,
        pitch: Math.round(pitch * dpr),
        gap: Math.max(1, Math.round(dpr)),
        extent,
        table,
      }),
    );
    put(image, box.x, box.y, opacity);
  }

  const sites = (picture: LedgerPicture) => Array.from(picture.groupOf, (_, site) => site);

  function map(
    name: string,
    picture: LedgerPicture,
    box: Box,
    pitch: number,
    scene: LearnScene,
    opacity: number,
  ) {
    const cells = picture.tiles.length / picture.groupOf.length;
    const extent = drawnExtent(picture.tiles, cells);
    const of = { values: picture.tiles, cells, rowOf: sites(picture), extent };
    put(grid(`${name} map`, of, pitch, TILES, scene.tileStrength), box.x, box.y, opacity);
    return of;
  }

  /** The tiles in flight, each cut from the whole map. */
  function flying(
    image: HTMLCanvasElement,
    box: Box,
    pitch: number,
    placeOf: (site: number, x: number, y: number) => { x: number; y: number; opacity: number } | null,
  ): void {
    if (!context) return;
    const step = Math.round(pitch * dpr);
    const side = step - Math.max(1, Math.round(GAP * dpr));
    for (let site = 0; site < TILES * TILES; site++) {
      const [column, row] = [site % TILES, Math.floor(site / TILES)];
      const place = placeOf(site, box.x + column * pitch, box.y + row * pitch);
      if (!place || place.opacity <= 0) continue;
      context.globalAlpha = place.opacity;
      const [x, y] = [Math.round(place.x * dpr), Math.round(place.y * dpr)];
      context.drawImage(image, column * step, row * step, side, side, x, y, side, side);
    }
    context.globalAlpha = 1;
  }

  return {
    begin(width, height, ratio, palette) {
      dpr = ratio;
      if (themed !== palette) [themed, table] = [palette, divergingTable(palette)];
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
      const of = map('shared', picture, layout.map.shared, pitch, scene, opacity);
      const whole = partialSum(picture.tiles, of.cells, picture.groupOf.length);
      const sum = partialSum(picture.tiles, of.cells, scene.arrived);
      const sumExtent = drawnExtent(whole, of.cells);
      cellsInto(layout.sum, sum, sumExtent, opacity, 'sum');
      const extent = drawnExtent(picture.kernels, of.cells);
      if (scene.kernelMix < 1)
        cellsInto(layout.kernel, picture.previousKernels, extent, opacity, 'kernel before');
      cellsInto(layout.kernel, picture.kernels, extent, opacity * scene.kernelMix, 'kernel');
      if (scene.sumToKernel > 0 && scene.sumToKernel < 1) {
        const along = (from: number, to: number) => from + (to - from) * scene.sumToKernel;
        const [x, y] = [along(layout.sum.x, layout.kernel.x), along(layout.sum.y, layout.kernel.y)];
        cellsInto({ ...layout.sum, x, y }, sum, sumExtent, 0.85 * (1 - scene.sumToKernel ** 3), 'sum');
      }
      if (scene.arrived < picture.groupOf.length && scene.toSum(0) > 0) {
        const image = grid('flying', of, pitch, TILES);
        flying(image, layout.map.shared, pitch, (site, x, y) => {
          const flown = scene.toSum(site);
          if (flown <= 0 || flown >= 1) return null;
          const half = pitch / 2;
          const at = flightPoint({ x: x + half, y: y + half }, mapThread(layout, site, 0), flown);
          return { x: at.x - half, y: at.y - half, opacity: 0.92 };
        });
      }
    },

    independent(picture, layout, scene, opacity, site) {
      if (!context) return;
      const pitch = layout.pitch.independent;
      const of = map('independent', picture, layout.map.independent, pitch, scene, opacity);
      const extent = drawnExtent(picture.kernels, of.cells);
      const kernels = { values: picture.kernels, cells: of.cells, rowOf: picture.groupOf, extent };
      const before = { ...kernels, values: picture.previousKernels };
      const wall = layout.wall;
      if (scene.kernelMix < 1) put(grid('wall before', before, pitch, TILES), wall.x, wall.y, opacity);
      put(grid('wall', kernels, pitch, TILES), wall.x, wall.y, opacity * scene.kernelMix);
      if (layout.closeUp) {
        const { x, y, pitch: large, tiles } = layout.closeUp;
        const { row, column } = closeUpOrigin(site, tiles);
        const rowOf = Array.from({ length: tiles * tiles }, (_, index) => {
          const shown = (row + Math.floor(index / tiles)) * TILES + column + (index % tiles);
          return picture.groupOf[shown] ?? 0;
        });
        if (scene.kernelMix < 1)
          put(grid('close before', { ...before, rowOf }, large, tiles, undefined, CLOSE_GAP), x, y, opacity);
        put(
          grid('close', { ...kernels, rowOf }, large, tiles, undefined, CLOSE_GAP),
          x,
          y,
          opacity * scene.kernelMix,
        );
      }
      if (scene.toOwnKernel > 0 && scene.toOwnKernel < 1) {
        const image = grid('flying', of, pitch, TILES);
        const from = layout.map.independent;
        flying(image, from, pitch, (_, x, y) => ({
          x: x + (wall.x - from.x) * scene.toOwnKernel,
          y: y + (wall.y - from.y) * scene.toOwnKernel,
          opacity: 0.9 * (1 - scene.toOwnKernel ** 4),
        }));
      }
    },

    copies(kernel, layout, part, opacity) {
      if (!context) return;
      const of = {
        values: kernel,
        cells: kernel.length,
        rowOf: [0],
        extent: drawnExtent(kernel, kernel.length),
      };
      const image = grid('copy', of, layout.pitch.independent, 1);
      const { kernel: from, wall } = layout;
      const pitch = layout.pitch.independent;
      for (let site = 0; site < TILES * TILES; site++) {
        const to = { x: wall.x + (site % TILES) * pitch, y: wall.y + Math.floor(site / TILES) * pitch };
        const start = { x: from.x + (from.width - pitch) / 2, y: from.y + (from.height - pitch) / 2 };
        put(image, start.x + (to.x - start.x) * part, start.y + (to.y - start.y) * part, opacity);
      }
    },

    remove: () => canvas.remove(),
  };
}
