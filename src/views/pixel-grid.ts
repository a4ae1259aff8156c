/**
 * A board of square cells, one colour each, with hairline gaps: images and feature maps.
 * The colours are a pure function of the values, one packed RGBA per cell; painting only places them.
 */
import { type ColorTable, sequentialIndex } from './color-scales';

/** [cells * 4]; alpha 0 means: nothing there (yet). */
export type CellColors = Uint8ClampedArray;

/** Pixels or activations on the scale 0..extent; cells from `filled` on are left empty. */
export function cellColors(
  values: ArrayLike<number>,
  extent: number,
  table: ColorTable,
  filled: number = values.length,
): CellColors {
  const colors = new Uint8ClampedArray(values.length * 4);
  for (let cell = 0; cell < Math.min(filled, values.length); cell++) {
    const from = sequentialIndex(values[cell] ?? 0, extent) * 3;
    colors[cell * 4] = table[from] ?? 0;
    colors[cell * 4 + 1] = table[from + 1] ?? 0;
    colors[cell * 4 + 2] = table[from + 2] ?? 0;
    colors[cell * 4 + 3] = 255;
  }
  return colors;
}

export type PixelGridProps = {
  readonly colors: CellColors;
  readonly columns: number;
  /** Distance of two cells in CSS pixels. */
  readonly pitch: number;
  readonly ratio: number;
  /** Line colour of the cells that hold nothing. */
  readonly emptyLine: string;
};

/** Gap between two cells in CSS pixels: a hairline that shrinks with the cells. */
export const gapOf = (pitch: number): number => (pitch >= 20 ? 1.5 : pitch >= 7 ? 1 : 0.5);

/** Paints the board onto a canvas and sizes it. Edges are rounded to device pixels, so that lines stay even. */
export function paintPixelGrid(canvas: HTMLCanvasElement, props: PixelGridProps): void {
  const { colors, columns, pitch, ratio } = props;
  const cells = colors.length / 4;
  const rows = cells / columns;
  canvas.width = Math.round(columns * pitch * ratio);
  canvas.height = Math.round(rows * pitch * ratio);
  canvas.style.width = `${columns * pitch}px`;
  canvas.style.height = `${rows * pitch}px`;
  paintCells(canvas, props, 0, cells);
}

/** Paints the cells `from` to before `to` anew on a board that has been painted. */
export function paintCells(canvas: HTMLCanvasElement, props: PixelGridProps, from: number, to: number): void {
  const { colors, columns, pitch, ratio } = props;
  const context = canvas.getContext('2d');
  if (!context) return;
  const gap = Math.max(1, Math.round(gapOf(pitch) * ratio));
  const radius = pitch >= 9 ? Math.min(3, pitch * 0.14) * ratio : 0;
  context.strokeStyle = props.emptyLine;
  context.lineWidth = 1;
  for (let cell = from; cell < to; cell++) {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const x = Math.round(column * pitch * ratio);
    const y = Math.round(row * pitch * ratio);
    const width = Math.round((column + 1) * pitch * ratio) - x - gap;
    const height = Math.round((row + 1) * pitch * ratio) - y - gap;
    const at = cell * 4;
    context.clearRect(x, y, width + gap, height + gap);
    context.beginPath();
    if (colors[at + 3] === 0) {
      context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, radius);
      context.stroke();
      continue;
    }
    context.fillStyle = `rgb(${colors[at]},${colors[at + 1]},${colors[at + 2]})`;
    context.roundRect(x, y, width, height, radius);
    context.fill();
  }
}
