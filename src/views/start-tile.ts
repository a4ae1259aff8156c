/**
 * The numbers of a start, or of a change of it, as a small heat map, blue to orange, laid out by layer: above the taps
 * and the biases of the first layer, a unit in each column; in the middle the second layer, a unit in each row, its
 * bias last; below the taps and the bias of the output. Decoration to a screen reader.
 */
import { divergingIndex } from './color-scales';
import type { Palette } from './palette';
import { divergingOf } from './palette-tables';
import type { View } from './view';

export type StartTileProps = {
  readonly palette: Palette;
  /** One row of 1,761 numbers, or whatever belongs to so many hidden units. */
  readonly values: ArrayLike<number>;
  readonly hidden: number;
  /** Value of full colour. */
  readonly extent: number;
  /** CSS pixels; the height follows. */
  readonly width: number;
};

/** Cells that a row of the outer layers is high: there is only one of each. */
const THICK = 2;
const GAP = 1;

export const tileCells = (hidden: number) => ({
  columns: hidden + 1,
  rows: 2 * THICK + GAP + hidden + GAP + THICK,
});

/** Height of a tile of this width. */
export function tileHeight(width: number, hidden: number): number {
  const { columns, rows } = tileCells(hidden);
  return Math.round((width * rows) / columns);
}

/** Place in the numbers of what stands at a cell; null: nothing does. */
export function numberAt(column: number, row: number, hidden: number): number | null {
  const first = 2 * THICK;
  if (row < first) return column < hidden ? 2 * column + Math.floor(row / THICK) : null;
  const unit = row - first - GAP;
  if (unit < 0 || unit === hidden) return null;
  if (unit < hidden) return 2 * hidden + unit * (hidden + 1) + column;
  return 2 * hidden + hidden * (hidden + 1) + column;
}

/** RGBA, one pixel a cell. */
export function tilePixels({ palette, values, hidden, extent }: Omit<StartTileProps, 'width'>) {
  const { columns, rows } = tileCells(hidden);
  const table = divergingOf(palette);
  const pixels = new Uint8ClampedArray(4 * columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = numberAt(column, row, hidden);
      if (at === null) continue;
      const color = 3 * divergingIndex(values[at] ?? 0, extent);
      const pixel = 4 * (row * columns + column);
      pixels.set(table.subarray(color, color + 3), pixel);
      pixels[pixel + 3] = 255;
    }
  return { columns, rows, pixels };
}

export function createStartTile(container: HTMLElement, first: StartTileProps): View<StartTileProps> {
  const canvas = container.ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { display: 'block', imageRendering: 'pixelated' });
  container.append(canvas);
  function update(props: StartTileProps) {
    const { columns, rows, pixels } = tilePixels(props);
    if (canvas.width !== columns || canvas.height !== rows) [canvas.width, canvas.height] = [columns, rows];
    canvas.style.width = `${props.width}px`;
    canvas.style.height = `${tileHeight(props.width, props.hidden)}px`;
    canvas.getContext('2d')?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  }
  update(first);
  return { update, dispose: () => canvas.remove() };
}
