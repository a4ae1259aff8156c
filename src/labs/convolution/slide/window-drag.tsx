/**
 * The input under the pointer: pressing or dragging brings the window there. Mouse, pen and touch; the keyboard
 * has the scrubber and the map's cells for the same.
 */
import type { PointerEvent } from 'react';
import type { ConvolutionGeometry } from '../../../math/convolution-geometry';
import type { SlideLayout } from '../../../views/slide-layout';

export function WindowDrag(props: {
  readonly layout: SlideLayout;
  readonly geometry: ConvolutionGeometry;
  readonly onMove: (site: number) => void;
}) {
  const { layout, geometry } = props;
  const { inputFrame: frame, input } = layout;

  function move(event: PointerEvent<HTMLDivElement>) {
    if (event.buttons === 0) return;
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    const bounds = event.currentTarget.getBoundingClientRect();
    // The window's centre follows the pointer.
    const index = (offset: number, start: number, padding: number, count: number) => {
      const cell = (offset - start) / input.pitch - geometry.size / 2 + padding;
      return Math.max(0, Math.min(count - 1, Math.round(cell / geometry.stride)));
    };
    const row = index(event.clientY - bounds.top, input.y - frame.y, geometry.padTop, geometry.outHeight);
    const column = index(event.clientX - bounds.left, input.x - frame.x, geometry.padLeft, geometry.outWidth);
    props.onMove(row * geometry.outWidth + column);
  }

  return (
    <div
      className="slide-drag"
      style={{ left: frame.x, top: frame.y, width: frame.width, height: frame.height }}
      onPointerDown={move}
      onPointerMove={move}
    />
  );
}
