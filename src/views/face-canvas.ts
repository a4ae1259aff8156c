/** A face of 32x32 pixels, dark on light in every theme. Decoration to a screen reader: whoever mounts it names it. */
import { sequentialTable } from './color-scales';
import type { Palette } from './palette';
import { pictureColors } from './picture-colors';
import { facePalette } from './siamese-canvas';
import type { View } from './view';

export type FaceCanvasProps = {
  /** [32, 32] 0 (paper) to 1 (ink). */
  readonly pixels: Float32Array;
  readonly palette: Palette;
};

export function createFaceCanvas(container: HTMLElement, first: FaceCanvasProps): View<FaceCanvasProps> {
  const canvas = container.ownerDocument.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  Object.assign(canvas.style, { display: 'block', width: '100%', aspectRatio: '1' });
  container.append(canvas);
  let drawn: FaceCanvasProps | null = null;

  function update(props: FaceCanvasProps) {
    if (drawn?.pixels === props.pixels && drawn.palette === props.palette) return;
    drawn = props;
    const side = Math.round(Math.sqrt(props.pixels.length));
    [canvas.width, canvas.height] = [side, side];
    const colors = pictureColors(props.pixels, sequentialTable(facePalette(props.palette)));
    canvas.getContext?.('2d')?.putImageData(new ImageData(new Uint8ClampedArray(colors), side, side), 0, 0);
  }

  update(first);
  return { update, dispose: () => canvas.remove() };
}
