import { rgb } from './rgb';
/**
 * Square cells with rounded corners on a canvas, sharp at any device pixel ratio: the pixels of a digit, the
 * places of a map. Colours come as RGBA per cell, computed by pure functions of the views. Here they become device
 * pixels in one buffer, in which only the cells that changed are written again.
 */

export type CellPaint = {
  readonly columns: number;
  /** RGBA of each cell, row by row: columns * columns * 4. */
  readonly colors: Uint8ClampedArray;
  /** Cells to hatch (value not known), or null; the strokes take `hatchColor`. */
  readonly hatched: readonly boolean[] | null;
  readonly hatchColor: string;
};

/** Corner radius in CSS pixels of cells of this size. */
const radiusOf = (cell: number) => (cell > 8 ? 2 : 1);

/** How much of pixel (x, y) of a rounded rectangle is inside, 0 to 1. */
function coverage(x: number, y: number, width: number, height: number, radius: number): number {
  const across = Math.max(radius - x - 0.5, x + 0.5 - (width - radius), 0);
  const down = Math.max(radius - y - 0.5, y + 0.5 - (height - radius), 0);
  return across === 0 || down === 0 ? 1 : Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(across, down)));
}

const coverages = new Map<string, Float32Array>();

/** [height, width] of a cell; the few sizes that a grid has are worked out once. */
function coverageOf(width: number, height: number, radius: number): Float32Array {
  const key = `${width} ${height} ${radius}`;
  const known = coverages.get(key);
  if (known) return known;
  const made = Float32Array.from({ length: width * height }, (_, at) =>
    coverage(at % width, Math.floor(at / width), width, height, radius),
  );
  coverages.set(key, made);
  return made;
}

function sameCell(before: CellPaint, after: CellPaint, cell: number): boolean {
  if (before.hatched?.[cell] !== after.hatched?.[cell] || before.hatchColor !== after.hatchColor)
    return false;
  for (let part = cell * 4; part < cell * 4 + 4; part++)
    if (before.colors[part] !== after.colors[part]) return false;
  return true;
}

/**
 * Writes the cells into `pixels` ([side, side] RGBA, side in device pixels). Given what the buffer shows already
 * (`before`, same columns and side), cells that did not change are left alone.
 */
export function writeCells(
  pixels: Uint8ClampedArray,
  side: number,
  ratio: number,
  paint: CellPaint,
  before: CellPaint | null,
): void {
  const { colors, columns, hatched } = paint;
  const edge = (index: number) => Math.round((index * side) / columns);
  const cellSide = side / ratio / columns;
  const gap = Math.max(1, Math.round(ratio * Math.min(1, cellSide / 8)));
  const hatch = rgb(paint.hatchColor);
  for (let cell = 0; cell * 4 < colors.length; cell++) {
    if (before && sameCell(before, paint, cell)) continue;
    const [left, top] = [edge(cell % columns), edge(Math.floor(cell / columns))];
    const width = edge((cell % columns) + 1) - left - gap;
    const height = edge(Math.floor(cell / columns) + 1) - top - gap;
    const inside = coverageOf(width, height, radiusOf(cellSide) * ratio);
    const [red = 0, green = 0, blue = 0] = colors.subarray(cell * 4, cell * 4 + 3);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const at = ((top + y) * side + left + x) * 4;
        const across = (x + 0.5) / width;
        const onLine = Math.abs(x + 0.5 + ((y + 0.5) * width) / height - width) < 0.6 * ratio;
        const mix = hatched?.[cell] && onLine && across > 0.25 && across < 0.75 ? 0.5 : 0;
        pixels[at] = red + (hatch.r - red) * mix;
        pixels[at + 1] = green + (hatch.g - green) * mix;
        pixels[at + 2] = blue + (hatch.b - blue) * mix;
        pixels[at + 3] = 255 * (inside[y * width + x] ?? 1);
      }
  }
}

/** Paints cells on a canvas that is `side` CSS pixels wide, at the resolution of the device. */
export function createCellPainter(canvas: HTMLCanvasElement): (paint: CellPaint, side: number) => void {
  let image: ImageData | null = null;
  let before: CellPaint | null = null;
  return (paint, cssSide) => {
    const ratio = Math.max(1, canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1);
    const side = Math.max(1, Math.round(cssSide * ratio));
    const context = canvas.getContext?.('2d');
    if (!context) return;
    if (!image || image.width !== side || before?.columns !== paint.columns) {
      canvas.width = side;
      canvas.height = side;
      image = context.createImageData(side, side);
      before = null;
    }
    writeCells(image.data, side, ratio, paint, before);
    before = paint;
    context.putImageData(image, 0, 0);
  };
}

export type WatchedWidth = {
  /** Content width in CSS pixels, as of the last change; reading it forces no layout. 0 before the first. */
  readonly now: () => number;
  readonly stop: () => void;
};

/** Keeps the container's width and calls back when it changes. Without a ResizeObserver it never does. */
export function watchWidth(container: HTMLElement, changed: () => void): WatchedWidth {
  let known = container.clientWidth;
  const Observer = container.ownerDocument.defaultView?.ResizeObserver;
  if (!Observer) return { now: () => known, stop: () => undefined };
  const observer = new Observer(() => {
    if (container.clientWidth === known) return;
    known = container.clientWidth;
    changed();
  });
  observer.observe(container);
  return { now: () => known, stop: () => observer.disconnect() };
}
