/** The canvas with the digit to drag, other ways to move it, and other digits. */
import { type DragEvent, type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useMessages } from '../../../ui/messages-context';
import { createMoveCanvas } from '../../../views/move-canvas';
import {
  CANVAS,
  digitSide,
  draggedPlace,
  offsetOf,
  type Place,
  placeByKey,
  placeUnder,
} from '../../../views/placement-place';
import type { PictureProblem } from '../picture/picture-file';
import { pictureStore } from '../picture/picture-store';
import { useConvolution } from '../use-convolution';
import { MoveActions } from './move-actions';
import { moveScene } from './move-scene';
import { verdictSentence } from './move-words';
import { NinePlaces } from './nine-places';
import { placeStore } from './place-store';
import { useTold } from './use-told';

export function DigitCard() {
  const { move } = useMessages();
  return (
    <div className="card move-digit">
      <header className="move-digit-head">
        <h2>{move.drag}</h2>
        <span className="note">{move.orArrows}</span>
      </header>
      <div className="move-canvas-box">
        <DigitToDrag />
      </div>
      <QuickVerdict />
      <div className="move-below">
        <NinePlaces />
        <div className="move-other">
          <WhichDigit />
          <MoveActions />
        </div>
      </div>
    </div>
  );
}

/** On a phone the bars are below the fold: the chosen network's verdict, under the finger that drags. */
function QuickVerdict() {
  const messages = useMessages();
  const bench = useBench();
  const sharing = useConvolution((state) => state.sharing);
  const sources = [bench.lab, bench.experiment, placeStore, pictureStore];
  const text = useTold(() => verdictSentence(bench, sharing, messages) ?? '', sources, 100);
  return (
    <p className={`move-quick number ${sharing}`} aria-hidden="true">
      {text}
    </p>
  );
}

function WhichDigit() {
  const { move } = useMessages();
  const bench = useBench();
  const own = useStore(pictureStore, ({ pixels }) => pixels !== null);
  useConvolution((state) => state.digit);
  const { label } = moveScene(bench);
  return (
    <p className="note move-which">
      {own || label === null ? <strong>{move.ownPicture}</strong> : move.sample(label)}
    </p>
  );
}

/** Where the pointer took hold: the digit's place then, and the canvas point. */
type Grip = { readonly place: Place; readonly x: number; readonly y: number; readonly moved: boolean };

function DigitToDrag() {
  const { move } = useMessages();
  const bench = useBench();
  const palette = usePalette();
  const keys = useId();
  const grip = useRef<Grip | null>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  useStore(placeStore, ({ place }) => place);
  useConvolution((state) => state.data);
  const { variant, place } = moveScene(bench);
  const { set, hold } = placeStore.getState();
  const canvas = useView(createMoveCanvas, () => {
    const scene = moveScene(bench);
    return {
      pixels: scene.pixels,
      place: scene.place,
      variant: scene.variant,
      trainedHere: move.trainedHere,
      lit: placeStore.getState().held || bench.selection.getState().part === 'digit',
      palette,
    };
  }, [bench.lab, bench.selection, placeStore, pictureStore]);

  function pointOf(event: PointerEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * CANVAS,
      y: ((event.clientY - box.top) / box.height) * CANVAS,
    };
  }
  function down(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    const { x, y } = pointOf(event);
    const { top, left } = offsetOf(place, variant);
    const side = digitSide(variant);
    const onDigit = x >= left && x < left + side && y >= top && y < top + side;
    const from = onDigit ? place : placeUnder(x, y, variant);
    if (!onDigit) set(from);
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { place: from, x, y, moved: !onDigit };
    hold(true);
  }
  function drag(event: PointerEvent<HTMLElement>) {
    const held = grip.current;
    if (!held) return;
    const { x, y } = pointOf(event);
    set(draggedPlace(held.place, y - held.y, x - held.x));
  }
  function up() {
    grip.current = null;
    hold(false);
  }
  function key(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = placeByKey(moveScene(bench).place, event.key, event.shiftKey);
    if (!to) return;
    set(to);
    event.preventDefault();
  }
  async function drop(event: DragEvent) {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (!file) return;
    const { readPicture } = await import('../picture/read-picture');
    const result = await readPicture(file);
    setProblem(result.kind === 'bad' ? result.problem : null);
    if (result.kind === 'bad') return;
    pictureStore.getState().set(result.pixels);
    bench.experiment.markChanged();
  }
  return (
    <>
      <div
        className="move-canvas"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes arrow keys
        tabIndex={0}
        aria-label={move.canvasName(variant, place.row, place.column)}
        aria-describedby={keys}
        onPointerDown={down}
        onPointerMove={drag}
        onPointerUp={up}
        onPointerCancel={up}
        onFocus={() => hold(true)}
        onBlur={() => hold(false)}
        onKeyDown={key}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void drop(event)}
      >
        <div ref={canvas} />
      </div>
      <span id={keys} className="visually-hidden">
        {move.canvasKeys}
      </span>
      {problem && (
        <p className="picture-problem" role="alert">
          {move.uploadProblems[problem]} {move.keptPicture}
        </p>
      )}
    </>
  );
}
