/** The digit on its canvas: drag it, or move it with the arrow keys; what leaves at one edge comes back at the other. */
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { sampleDigit } from '../../../lab-page/sample-digits';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { CANVAS_SIZE } from '../../../spec/how-much-network';
import { useMessages } from '../../../ui/messages-context';
import { createDigitCanvas } from '../../../views/digit-canvas';
import type { HowMuchState } from '../parameters';
import { useHowMuch } from '../use-how-much';
import { movePlace, type Place, placeByKey, placeStore, placeWith } from './place';
import { taskPicture } from './task-picture';

/** Where the pointer took hold, in pixels of the canvas, and where the digit was then. */
type Grip = { readonly x: number; readonly y: number; readonly place: Place };

export function DigitCanvas() {
  const { howMuchLab: words } = useMessages();
  const { lab } = useBench();
  const palette = usePalette();
  const task = useHowMuch((state) => state.data);
  const digit = useHowMuch((state) => state.digit);
  const place = useStore(placeStore, (state) => placeWith(state, task));
  const keys = useId();
  const grip = useRef<Grip | null>(null);
  const picture = useView(createDigitCanvas, () => {
    const { data, digit: chosen } = lab.getState().state as HowMuchState;
    return { pixels: taskPicture(chosen, placeWith(placeStore.getState(), data)), palette };
  }, [lab, placeStore]);

  function pointOf(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * CANVAS_SIZE,
      y: ((event.clientY - box.top) / box.height) * CANVAS_SIZE,
    };
  }
  function down(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { ...pointOf(event), place };
  }
  function drag(event: PointerEvent<HTMLElement>) {
    const held = grip.current;
    if (!held) return;
    const { x, y } = pointOf(event);
    movePlace(task, { row: held.place.row + y - held.y, column: held.place.column + x - held.x });
  }
  function key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = placeByKey(place, event.key, event.shiftKey);
    if (!to) return;
    movePlace(task, to);
    event.preventDefault();
  }
  const letGo = () => {
    grip.current = null;
  };
  return (
    <>
      <div
        className={`task-canvas ${task === 'two-rules' ? 'task-canvas-halves' : ''}`}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes arrow keys
        tabIndex={0}
        aria-label={words.canvasName(sampleDigit(digit).label, place.row + 1, place.column + 1)}
        aria-describedby={keys}
        onPointerDown={down}
        onPointerMove={drag}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onKeyDown={key}
      >
        <div ref={picture} />
      </div>
      <span id={keys} className="visually-hidden">
        {words.canvasKeys}
      </span>
    </>
  );
}
