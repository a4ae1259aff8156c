/**
 * The coloured cells of a tie map as a stamp that a canvas can draw at any place, in device pixels. Kept as long as map,
 * colours and size stay: a map of 256 groups is not painted anew on every frame.
 */
import { MAP_SIDE } from '../spec/tie-map';
import { groupColor } from './group-colors';
import type { Palette } from './palette';

export type CellStamp = {
  /** [256] groups as they are numbered on the screen. */
  readonly labels: readonly number[];
  readonly palette: Palette;
  /** Device pixels from one cell to the next, and the gap in it. */
  readonly pitch: number;
  readonly gap: number;
};

/** A map, the one that it was, and one under the brush. */
const KEPT = 3;
const HATCH_LINES = 3;
const HATCH_STRENGTH = 0.34;

export function createCellStamps(document: Document) {
  const kept: { readonly of: CellStamp; readonly canvas: HTMLCanvasElement }[] = [];

  function draw(canvas: HTMLCanvasElement, { labels, palette, pitch, gap }: CellStamp): void {
    canvas.width = MAP_SIDE * pitch - gap;
    canvas.height = MAP_SIDE * pitch - gap;
    const context = canvas.getContext('2d');
    if (!context) return;
    const side = pitch - gap;
    labels.forEach((group, site) => {
      const { fill, ink, hatched } = groupColor(palette, group);
      const [x, y] = [(site % MAP_SIDE) * pitch, Math.floor(site / MAP_SIDE) * pitch];
      context.fillStyle = fill;
      context.fillRect(x, y, side, side);
      if (hatched) hatch(context, x, y, side, ink);
    });
    context.globalAlpha = 1;
  }

  return {
    of(wanted: CellStamp): HTMLCanvasElement {
      const same = kept.find(
        ({ of }) =>
          of.labels === wanted.labels &&
          of.palette === wanted.palette &&
          of.pitch === wanted.pitch &&
          of.gap === wanted.gap,
      );
      if (same) return same.canvas;
      const canvas =
        kept.length < KEPT
          ? document.createElement('canvas')
          : (kept.shift()?.canvas ?? document.createElement('canvas'));
      draw(canvas, wanted);
      kept.push({ of: wanted, canvas });
      return canvas;
    },
  };
}

/** Lines from the bottom left to the top right of one cell. */
function hatch(context: CanvasRenderingContext2D, x: number, y: number, side: number, ink: string): void {
  context.globalAlpha = HATCH_STRENGTH;
  context.strokeStyle = ink;
  context.lineWidth = Math.max(1, side / 18);
  context.beginPath();
  for (let line = 1; line < 2 * HATCH_LINES; line++) {
    const at = (line * side) / HATCH_LINES;
    const [low, high] = [Math.max(0, at - side), Math.min(side, at)];
    context.moveTo(x + low, y + high);
    context.lineTo(x + high, y + low);
  }
  context.stroke();
  context.globalAlpha = 1;
}
