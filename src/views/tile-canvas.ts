/** One row of [rows, 1025] weights or gradients as a square, enlarged. Decoration to a screen reader. */
import type { Palette } from './palette';
import { createSiameseCanvas } from './siamese-canvas';
import type { View } from './view';

export type TileCanvasProps = {
  readonly palette: Palette;
  /** CSS pixels. */
  readonly side: number;
  readonly dpr: number;
  readonly values: Float32Array | Float64Array;
  readonly row: number;
  /** Numbers whose extent is the scale. */
  readonly scaleOf: Float32Array | Float64Array;
};

export function createTileCanvas(container: HTMLElement, first: TileCanvasProps): View<TileCanvasProps> {
  const canvas = createSiameseCanvas(container);
  function update({ palette, side, dpr, values, row, scaleOf }: TileCanvasProps) {
    canvas.begin(side, side, dpr, palette);
    canvas.tile('tile', values, row, { x: 0, y: 0, width: side, height: side }, 1, scaleOf);
  }
  update(first);
  return { update, dispose: canvas.remove };
}
