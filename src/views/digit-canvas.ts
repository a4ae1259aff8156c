/**
 * A digit as 28x28 or 14x14 cells from blank to ink. Decoration to a screen reader: whoever mounts it names it.
 */
import { sequentialTable } from './color-scales';
import { createCellPainter, watchWidth } from './move-cells';
import type { Palette } from './palette';
import { pictureColors } from './picture-colors';
import type { View } from './view';

export type DigitCanvasProps = {
  /** Square picture, row by row, 0 (paper) to 1 (ink). */
  readonly pixels: ArrayLike<number>;
  readonly palette: Palette;
};

export function createDigitCanvas(container: HTMLElement, initial: DigitCanvasProps): View<DigitCanvasProps> {
  let props = initial;
  let table = sequentialTable(initial.palette);
  const canvas = container.ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { display: 'block', width: '100%', aspectRatio: '1' });
  container.append(canvas);

  const paint = createCellPainter(canvas);

  function draw() {
    const columns = Math.round(Math.sqrt(props.pixels.length));
    const colors = pictureColors(props.pixels, table);
    const side = width.now() || 336;
    paint({ columns, colors, hatched: null, hatchColor: props.palette.muted }, side);
  }

  const width = watchWidth(container, draw);
  draw();
  return {
    update(next) {
      const same = next.palette === props.palette && next.pixels === props.pixels;
      if (next.palette !== props.palette) table = sequentialTable(next.palette);
      props = next;
      if (!same) draw();
    },
    dispose() {
      width.stop();
      canvas.remove();
    },
  };
}
