/**
 * The kernel's weights as native inputs laid over the drawn cells: one tab stop, arrow keys between the cells.
 * Focus or pointing selects a weight; a click (a second tap on touch), Enter or typing edits it. A text that is
 * no number is explained at its cell and the last good weight stays; Esc puts the text back.
 */
import { type KeyboardEvent, type PointerEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { decimal } from '../../../i18n/format';
import { numberFromText } from '../../../spec/parse-value';
import { useMessages } from '../../../ui/messages-context';
import { KERNEL_INSET, type Rect } from '../../../views/slide-layout';

const LIMIT = 100;
const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -99],
  End: [0, 99],
};

type Editing = { readonly tap: number; readonly text: string };
type Refused = { readonly tap: number; readonly message: string };

/** A weight as short exact text: at most five significant digits. */
const plainText = (value: number) => String(Number(value.toPrecision(5)));

const selectAll = (input: HTMLInputElement | null) => input?.setSelectionRange(0, input.value.length);

export function KernelCells(props: {
  readonly rect: Rect;
  /** What was refused is told above its cell: below it the bar of a phone would cover it. */
  readonly tellAbove: boolean;
  readonly size: number;
  /** [taps+1] */
  readonly kernel: ArrayLike<number>;
  /** Positions that use this kernel. */
  readonly sites: number;
  readonly onSelect: (tap: number | null) => void;
  readonly onEdit: (tap: number, value: number) => void;
}) {
  const { rect, size, kernel, onSelect } = props;
  const { slide } = useMessages();
  const board = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(Math.floor((size * size) / 2));
  const [editing, setEditing] = useState<Editing | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const problem = useId();
  /** The text was put there by us: typing is to replace it. */
  const fresh = useRef(false);
  const cell = (rect.width - 2 * KERNEL_INSET) / size;
  const current = Math.min(stop, size * size - 1);

  function begin(tap: number, typed?: string) {
    fresh.current = typed === undefined;
    setRefused(null);
    setEditing({ tap, text: typed ?? plainText(kernel[tap] ?? 0) });
  }

  const editedTap = editing?.tap ?? null;
  useLayoutEffect(() => {
    if (fresh.current) selectAll(board.current?.querySelector(`[data-tap="${editedTap}"]`) ?? null);
  }, [editedTap]);

  /** Takes the text as the weight, or says why not. */
  function commit() {
    if (!editing) return;
    setEditing(null);
    const value = numberFromText(editing.text.replace(',', '.'));
    if (value === null)
      setRefused({ tap: editing.tap, message: slide.notANumber(editing.text.slice(0, 20)) });
    else if (Math.abs(value) > LIMIT) setRefused({ tap: editing.tap, message: slide.outOfRange });
    else {
      setRefused(null);
      if (editing.text !== plainText(kernel[editing.tap] ?? 0)) props.onEdit(editing.tap, value);
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>, tap: number) {
    if (event.key === 'Escape') {
      setRefused(null);
      if (editing) setEditing(null);
      else event.currentTarget.blur();
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (editing) commit();
      else begin(tap);
      return;
    }
    const step = STEPS[event.key];
    if (editing || !step) {
      // The first character of a number replaces the weight, as in a spreadsheet.
      if (!editing && /^[\d.,+−-]$/.test(event.key) && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        begin(tap, event.key);
      }
      return;
    }
    event.preventDefault();
    const limit = (value: number) => Math.max(0, Math.min(size - 1, value));
    const row = limit(Math.floor(tap / size) + step[0]);
    const next = row * size + limit((tap % size) + step[1]);
    board.current?.querySelector<HTMLInputElement>(`[data-tap="${next}"]`)?.focus();
  }

  const refusedRow = refused ? Math.floor(refused.tap / size) : 0;
  const onPointer = (event: PointerEvent, tap: number | null) => {
    if (event.pointerType === 'mouse') onSelect(tap);
  };

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a grid of inputs over a drawing, not a table of text */}
      <div
        ref={board}
        role="grid"
        tabIndex={-1}
        aria-label={slide.gridKernel}
        className="slide-kernel"
        style={{ left: rect.x + KERNEL_INSET, top: rect.y + KERNEL_INSET, width: cell * size }}
        onPointerLeave={(event) => onPointer(event, null)}
      >
        {Array.from({ length: size }, (_, row) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          // biome-ignore lint/a11y/useFocusableInteractive: the inputs take the focus
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed
          <div key={row} role="row" className="slide-kernel-row">
            {Array.from({ length: size }, (_, column) => {
              const tap = row * size + column;
              const value = kernel[tap] ?? 0;
              const active = editing?.tap === tap;
              return (
                // biome-ignore lint/a11y/useSemanticElements: see above
                // biome-ignore lint/a11y/useFocusableInteractive: the input takes the focus
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are fixed
                <div key={column} role="gridcell" style={{ width: cell, height: cell }}>
                  <input
                    type="text"
                    inputMode="decimal"
                    autoComplete="off"
                    data-tap={tap}
                    className={`slide-weight number ${active ? 'slide-weight-editing' : ''}`}
                    aria-label={slide.weightName(row + 1, column + 1, decimal(value), props.sites)}
                    aria-invalid={refused?.tap === tap}
                    {...(refused?.tap === tap ? { 'aria-describedby': problem } : {})}
                    tabIndex={tap === current ? 0 : -1}
                    readOnly={!active}
                    value={active ? editing.text : plainText(value)}
                    onChange={(event) => {
                      fresh.current = false;
                      if (active) setEditing({ tap, text: event.currentTarget.value });
                    }}
                    onPointerEnter={(event) => onPointer(event, tap)}
                    onPointerDown={(event) => {
                      const again =
                        event.pointerType === 'mouse' || document.activeElement === event.currentTarget;
                      if (again && !active) begin(tap);
                    }}
                    // The press itself puts the caret somewhere: the text is selected after it.
                    onClick={(event) => {
                      if (active && fresh.current) selectAll(event.currentTarget);
                      fresh.current = false;
                    }}
                    onFocus={(event) => {
                      setStop(tap);
                      if (refused?.tap !== tap) setRefused(null);
                      onSelect(tap);
                      event.currentTarget.select();
                    }}
                    onBlur={() => {
                      commit();
                      onSelect(null);
                    }}
                    onKeyDown={(event) => onKeyDown(event, tap)}
                  />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {refused && (
        <p
          id={problem}
          role="alert"
          className={`slide-refused ${props.tellAbove ? 'slide-refused-above' : ''}`}
          style={{
            left: rect.x + rect.width / 2,
            top: rect.y + KERNEL_INSET + refusedRow * cell + (props.tellAbove ? -4 : cell + 4),
          }}
        >
          {refused.message}
        </p>
      )}
    </>
  );
}
