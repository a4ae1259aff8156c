/** Draw a digit: paper of 28x28 cells for mouse, touch, pen and keyboard, and what the networks will see of it. */
import { type KeyboardEvent, type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { fittedToCanvas } from '../../../math/fit-image';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useMessages } from '../../../ui/messages-context';
import { createDigitCanvas } from '../../../views/digit-canvas';
import {
  blankDrawing,
  DRAWING_SIDE,
  type Drawing,
  isBlank,
  withDot,
  withStroke,
  withToggled,
} from './drawing';
import { PicturePreview, type Shown } from './picture-preview';
import './picture.css';

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPicture: (pixels: Float32Array) => void;
  /** From the fitted 28x28 pixels to what the networks see. */
  readonly shown: Shown;
};

export function DrawDialog(props: DialogProps) {
  const { move } = useMessages();
  return (
    <Dialog title={move.drawTitle} open={props.open} onClose={props.onClose}>
      <DrawBody {...props} />
    </Dialog>
  );
}

function DrawBody({ onClose, onPicture, shown }: DialogProps) {
  const { move } = useMessages();
  const [drawing, setDrawing] = useState(blankDrawing);
  const [past, setPast] = useState<readonly Drawing[]>([]);
  const [refused, setRefused] = useState(false);
  const how = useId();

  const fitted = useMemo(() => {
    const picture = isBlank(drawing) ? null : fittedToCanvas(drawing, DRAWING_SIDE, DRAWING_SIDE);
    return picture?.kind === 'fitted' ? picture.pixels : null;
  }, [drawing]);

  function undo() {
    const last = past.at(-1);
    if (!last) return;
    setDrawing(last);
    setPast(past.slice(0, -1));
  }
  function use() {
    if (!fitted) return setRefused(true);
    onPicture(fitted);
    onClose();
  }
  return (
    <>
      <p className="note" id={how}>
        {move.drawHow}
      </p>
      <div className="picture-table">
        <Paper
          drawing={drawing}
          describedBy={how}
          onBegin={() => setPast((known) => [...known.slice(-99), drawing])}
          onChange={(change) => {
            setDrawing(change);
            setRefused(false);
          }}
        />
        <PicturePreview pixels={fitted} shown={shown} />
      </div>
      <p className="picture-problem" role="alert">
        {refused ? move.blankDrawing : ''}
      </p>
      <div className="picture-actions">
        <Button
          disabled={isBlank(drawing)}
          onClick={() => {
            setPast([...past.slice(-99), drawing]);
            setDrawing(blankDrawing());
          }}
        >
          {move.clear}
        </Button>
        <Button disabled={past.length === 0} onClick={undo}>
          {move.undo}
        </Button>
        <Button look="main" onClick={use}>
          {move.use}
        </Button>
      </div>
    </>
  );
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function Paper(props: {
  readonly drawing: Drawing;
  readonly describedBy: string;
  /** A stroke begins: what was there can be had back. */
  readonly onBegin: () => void;
  readonly onChange: (change: (drawing: Drawing) => Drawing) => void;
}) {
  const { move } = useMessages();
  const palette = usePalette();
  const [cursor, setCursor] = useState({ row: 13, column: 13 });
  const pen = useRef<{ x: number; y: number } | null>(null);
  const picture = useView(createDigitCanvas, () => ({ pixels: props.drawing, palette }));

  function pointOf(event: { clientX: number; clientY: number }, paper: Element) {
    const box = paper.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * DRAWING_SIDE,
      y: ((event.clientY - box.top) / box.height) * DRAWING_SIDE,
    };
  }
  function down(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const to = pointOf(event, event.currentTarget);
    pen.current = to;
    props.onBegin();
    props.onChange((drawing) => withDot(drawing, to.x, to.y));
  }
  function drag(event: PointerEvent<HTMLDivElement>) {
    if (!pen.current) return;
    const paper = event.currentTarget;
    const events = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const points = (events.length > 0 ? events : [event.nativeEvent]).map((each) => pointOf(each, paper));
    const route = [pen.current, ...points];
    pen.current = route.at(-1) ?? null;
    props.onChange((drawing) =>
      route.slice(1).reduce((inked, to, index) => {
        const from = route[index] ?? to;
        return withStroke(inked, from.x, from.y, to.x, to.y);
      }, drawing),
    );
  }
  function up() {
    pen.current = null;
  }
  function key(event: KeyboardEvent<HTMLDivElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { row, column } = cursor;
    const step = ARROWS[event.key];
    if (event.key === ' ' || event.key === 'Enter') {
      props.onBegin();
      props.onChange((drawing) => withToggled(drawing, row, column));
    } else if (step) {
      const inside = (value: number) => Math.max(0, Math.min(DRAWING_SIDE - 1, value));
      const to = { row: inside(row + step[0]), column: inside(column + step[1]) };
      setCursor(to);
      if (event.shiftKey) {
        props.onBegin();
        props.onChange((drawing) =>
          withStroke(drawing, column + 0.5, row + 0.5, to.column + 0.5, to.row + 0.5),
        );
      }
    } else return;
    event.preventDefault();
  }
  const inked = (props.drawing[cursor.row * DRAWING_SIDE + cursor.column] ?? 0) >= 0.5;
  return (
    <div
      className="picture-paper"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys as a drawing surface does
      tabIndex={0}
      aria-label={move.drawName(cursor.row + 1, cursor.column + 1, inked)}
      aria-describedby={props.describedBy}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={up}
      onPointerCancel={up}
      onKeyDown={key}
    >
      <div ref={picture} />
      <span
        className="picture-cursor"
        style={{
          left: `${(cursor.column / DRAWING_SIDE) * 100}%`,
          top: `${(cursor.row / DRAWING_SIDE) * 100}%`,
        }}
      />
    </div>
  );
}
