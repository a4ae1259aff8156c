/**
 * The pixels of a card whose kernels are as large as its pictures, on one canvas in device pixels: pictures, kernels,
 * gradients, and what travels on the threads. Each picture is coloured once at its own size and scaled by the canvas.
 */

import { type ColorTable, sequentialTable } from './color-scales';
import type { Box } from './learn-layout';
import { ledgerColors } from './ledger-colors';
import { drawnExtent } from './ledger-extent';
import { tileGridPixels } from './ledger-pixels';
import type { Palette } from './palette';
import { pictureColors } from './picture-colors';
import { interpolateRgb, rgb } from './rgb';

/** What a canvas draws: pictures of so many pixels a side, faces or not. */
export type Pictures = { readonly side: number; readonly faces: boolean };
const FACES: Pictures = { side: 32, faces: true };

export type SiameseCanvas = {
  readonly begin: (width: number, height: number, dpr: number, palette: Palette) => void;
  /** A picture of a face, or of what else the canvas is made for. */
  readonly face: (pixels: Float32Array, box: Box, opacity?: number, radius?: number) => void;
  /**
   * One row of [rows, side^2 + 1] numbers as a tile, on the scale of `scaleOf`, over the colour of zero. What is drawn under
   * one name shares its scratch canvas: the same values all the time.
   */
  readonly tile: (
    name: string,
    values: Float32Array | Float64Array,
    row: number,
    box: Box,
    opacity?: number,
    scaleOf?: Float32Array | Float64Array,
  ) => void;
  readonly remove: () => void;
};

/** Faces keep dark ink on light paper in every theme: a face is no face in negative. */
export function facePalette(palette: Palette): Palette {
  const light = (color: string) => {
    const { r, g, b } = rgb(color);
    return r + g + b;
  };
  if (light(palette.paper) > light(palette.ink)) return palette;
  return { ...palette, blank: interpolateRgb(palette.ink, palette.card)(0.14), ink: palette.paper };
}

type Stamp = { readonly canvas: HTMLCanvasElement; of: readonly unknown[] };

export function createSiameseCanvas(container: HTMLElement, made: Pictures = FACES): SiameseCanvas {
  const { side } = made;
  const tileCells = side * side + 1;
  const document = container.ownerDocument;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  // Positioned, so that it lies over the grounds that come before it.
  Object.assign(canvas.style, { display: 'block', position: 'relative' });
  container.append(canvas);
  const context = canvas.getContext('2d');
  const tiles = new Map<string, Stamp>();
  const pictures = new WeakMap<Float32Array, Stamp>();
  let dpr = 1;
  let palette: Palette | null = null;
  let faces: ColorTable = new Uint8ClampedArray();
  let numbers: ColorTable = new Uint8ClampedArray();

  /** The stamp with the image of what it is `of`, coloured anew when that has changed. */
  function coloured(
    known: Stamp | undefined,
    of: readonly unknown[],
    width: number,
    pixels: () => Uint8ClampedArray<ArrayBuffer>,
  ): Stamp {
    if (known?.of.every((part, at) => part === of[at])) return known;
    const stamp = known ?? { canvas: document.createElement('canvas'), of };
    stamp.of = of;
    if (stamp.canvas.width !== width || stamp.canvas.height !== side)
      [stamp.canvas.width, stamp.canvas.height] = [width, side];
    stamp.canvas.getContext('2d')?.putImageData(new ImageData(pixels(), width, side), 0, 0);
    return stamp;
  }

  function put(image: HTMLCanvasElement, from: number, { x, y, width, height }: Box, opacity: number): void {
    if (!context) return;
    const [left, top] = [Math.round(x * dpr), Math.round(y * dpr)];
    const [wide, high] = [Math.round(width * dpr), Math.round(height * dpr)];
    context.globalAlpha = opacity;
    context.imageSmoothingEnabled = wide < 2 * side && wide !== side;
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, from, 0, side, side, left, top, wide, high);
    context.globalAlpha = 1;
  }

  function clipped({ x, y, width, height }: Box, radius: number, draw: () => void): void {
    if (!context) return;
    context.save();
    context.beginPath();
    context.roundRect(
      Math.round(x * dpr),
      Math.round(y * dpr),
      Math.round(width * dpr),
      Math.round(height * dpr),
      radius * dpr,
    );
    context.clip();
    draw();
    context.restore();
  }

  return {
    begin(width, height, ratio, next) {
      dpr = ratio;
      if (next !== palette) {
        palette = next;
        faces = sequentialTable(made.faces ? facePalette(next) : next);
        numbers = ledgerColors(next).table;
      }
      const [wide, high] = [Math.round(width * dpr), Math.round(height * dpr)];
      if (canvas.width !== wide || canvas.height !== high) {
        [canvas.width, canvas.height] = [wide, high];
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
      }
      context?.clearRect(0, 0, wide, high);
    },

    face(pixels, box, opacity = 1, radius = 10) {
      if (!context || opacity <= 0) return;
      const stamp = coloured(
        pictures.get(pixels),
        [faces],
        side,
        () => new Uint8ClampedArray(pictureColors(pixels, faces)),
      );
      pictures.set(pixels, stamp);
      clipped(box, radius, () => put(stamp.canvas, 0, box, opacity));
    },

    tile(name, values, row, box, opacity = 1, scaleOf = values) {
      if (!context || opacity <= 0) return;
      const extent = drawnExtent(scaleOf, tileCells);
      const rows = values.length / tileCells;
      const of = [values, numbers, extent];
      const stamp = coloured(tiles.get(name), of, rows * side, () => {
        const rowOf = Array.from({ length: rows }, (_, index) => index);
        const grid = { values, cells: tileCells, rowOf, size: side, columns: rows, pitch: side, gap: 0 };
        return tileGridPixels({ ...grid, extent, table: numbers }).data;
      });
      tiles.set(name, stamp);
      clipped(box, 3, () => {
        if (opacity < 1 && palette) {
          context.fillStyle = palette.zero;
          context.fillRect(box.x * dpr, box.y * dpr, box.width * dpr, box.height * dpr);
        }
        put(stamp.canvas, row * side, box, opacity);
      });
    },

    remove: () => canvas.remove(),
  };
}
