/**
 * An accessible grid laid over cells that a canvas draws: one tab stop, arrow keys, a name for every cell. The
 * pointer chooses cells too: hovering or dragging with the mouse where `follow` says so, tapping everywhere.
 */
import { type KeyboardEvent, memo, type PointerEvent, useRef } from 'react';
import type { Box } from '../views/learn-layout';
import './tile-grid.css';

type TileGridProps = {
  readonly label: string;
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly chosen: number;
  readonly nameOf: (cell: number) => string;
  /** Changes when the names do. */
  readonly version: unknown;
  /** Names change many times a second: only the row of the chosen cell, which has the focus, is kept fresh. */
  readonly busy: boolean;
  readonly onChoose: (cell: number) => void;
  /** `hover`: the mouse chooses by passing; `drag`: by pressing and moving, touch too. */
  readonly follow: 'hover' | 'drag' | 'press';
};

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
  PageUp: [Number.NEGATIVE_INFINITY, 0],
  PageDown: [Number.POSITIVE_INFINITY, 0],
};

export function TileGrid(props: TileGridProps) {
  const { rows, columns, chosen, box } = props;
  const grid = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  const onKeyDown = useRef((event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const now = latest.current;
    const limit = (value: number, end: number) => Math.max(0, Math.min(end - 1, value));
    const row = limit(Math.floor(now.chosen / now.columns) + step[0], now.rows);
    const column = limit((now.chosen % now.columns) + step[1], now.columns);
    const cell = row * now.columns + column;
    now.onChoose(cell);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
  }).current;

  const choose = useRef((event: PointerEvent) => {
    const now = latest.current;
    const moving = event.type === 'pointermove';
    const held = event.buttons > 0;
    if (
      moving &&
      !(held && now.follow === 'drag') &&
      !(event.pointerType === 'mouse' && now.follow === 'hover')
    )
      return;
    const bounds = grid.current?.getBoundingClientRect();
    if (!bounds || bounds.width === 0) return;
    if (!moving && now.follow === 'drag') grid.current?.setPointerCapture(event.pointerId);
    const place = (part: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(part * count)));
    const row = place((event.clientY - bounds.top) / bounds.height, now.rows);
    const column = place((event.clientX - bounds.left) / bounds.width, now.columns);
    const cell = row * now.columns + column;
    if (cell !== now.chosen) now.onChoose(cell);
  }).current;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of cells over a canvas, not a table of text
    <div
      ref={grid}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows}
      aria-colcount={columns}
      tabIndex={-1}
      className={`tile-grid tile-grid-${props.follow}`}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      onKeyDown={onKeyDown}
      onPointerDown={choose}
      onPointerMove={choose}
    >
      {Array.from({ length: rows }, (_, row) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are fixed
          key={row}
          row={row}
          columns={columns}
          chosen={Math.floor(chosen / columns) === row ? chosen % columns : -1}
          nameOf={props.nameOf}
          version={props.version}
          busy={props.busy}
        />
      ))}
    </div>
  );
}

type RowProps = Pick<TileGridProps, 'columns' | 'nameOf' | 'version' | 'busy'> & {
  readonly row: number;
  readonly chosen: number;
};

const Row = memo(
  function Row({ row, columns, chosen, nameOf }: RowProps) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: see above
      // biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus
      <div role="row" className="tile-grid-row">
        {Array.from({ length: columns }, (_, column) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: cells are fixed
            key={column}
            role="gridcell"
            data-cell={row * columns + column}
            tabIndex={column === chosen ? 0 : -1}
            aria-selected={column === chosen}
            aria-label={nameOf(row * columns + column)}
          />
        ))}
      </div>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.chosen === after.chosen &&
    (before.version === after.version || (after.busy && after.chosen < 0)) &&
    before.columns === after.columns,
);
