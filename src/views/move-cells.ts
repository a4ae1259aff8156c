/**
 * Square cells with rounded corners on a canvas, sharp at any device pixel ratio: the pixels of a digit, the
 * places of a map. Colours come as RGBA per cell, computed by pure functions of the views; here they are painted.
 */
export type CellPaint = {
  readonly columns: number;
  /** RGBA of each cell, row by row: columns * rows * 4. */
  readonly colors: Uint8ClampedArray;
  /** Side of the whole picture in CSS pixels. */
  readonly side: number;
  /** Corner radius in CSS pixels. */
  readonly radius: number;
  /** Cells to hatch (value not known), or null; the strokes take `hatchColor`. */
  readonly hatched: readonly boolean[] | null;
  readonly hatchColor: string;
};

/** Sets the canvas to `side` CSS pixels at the device's resolution and paints every cell. */
export function paintCells(canvas: HTMLCanvasElement, paint: CellPaint): void {
  const ratio = Math.max(1, canvas.ownerDocument.defaultView?.devicePixelRatio ?? 1);
  const side = Math.max(1, Math.round(paint.side * ratio));
  if (canvas.width !== side || canvas.height !== side) {
    canvas.width = side;
    canvas.height = side;
  }
  const context = canvas.getContext?.('2d');
  if (!context) return;
  context.clearRect(0, 0, side, side);
  const edge = (index: number) => Math.round((index * side) / paint.columns);
  const gap = Math.max(1, Math.round(ratio * Math.min(1, side / ratio / paint.columns / 8)));
  const { colors, columns } = paint;
  for (let cell = 0; cell * 4 < colors.length; cell++) {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const [x, y] = [edge(column), edge(row)];
    const [width, height] = [edge(column + 1) - x - gap, edge(row + 1) - y - gap];
    const [red, green, blue, alpha] = colors.subarray(cell * 4, cell * 4 + 4);
    context.fillStyle = `rgba(${red},${green},${blue},${(alpha ?? 255) / 255})`;
    context.beginPath();
    context.roundRect(x, y, width, height, paint.radius * ratio);
    context.fill();
    if (paint.hatched?.[cell]) {
      context.globalAlpha = 0.5;
      context.strokeStyle = paint.hatchColor;
      context.lineWidth = Math.max(1, ratio * 0.75);
      context.beginPath();
      context.moveTo(x + width * 0.25, y + height * 0.75);
      context.lineTo(x + width * 0.75, y + height * 0.25);
      context.stroke();
      context.globalAlpha = 1;
    }
  }
}

/** Calls back when the container's width changes; gives back how to stop. Without a ResizeObserver it never does. */
export function watchWidth(container: HTMLElement, changed: () => void): () => void {
  const Observer = container.ownerDocument.defaultView?.ResizeObserver;
  if (!Observer) return () => undefined;
  let known = container.clientWidth;
  const observer = new Observer(() => {
    if (container.clientWidth === known) return;
    known = container.clientWidth;
    changed();
  });
  observer.observe(container);
  return () => observer.disconnect();
}
