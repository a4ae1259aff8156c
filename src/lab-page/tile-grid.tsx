/**
 * An accessible grid laid over cells that a canvas draws: one tab stop, arrow keys, a name for every cell. The
 * pointer chooses cells too: hovering or dragging with the mouse where `follow` says so, tapping everywhere.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Box } from '../views/learn-layout';
import { placeAfterKey, within } from './grid-keys';
import { GridRow, type GridRowProps } from './grid-row';
import './tile-grid.css';

type TileGridProps = Pick<GridRowProps, 'columns' | 'nameOf' | 'version' | 'busy'> & {
  readonly label: string;
  readonly box: Box;
  readonly rows: number;
  readonly chosen: number;
  readonly onChoose: (cell: number) => void;
  /** `hover`: the mouse chooses by passing; `drag`: by pressing and moving, touch too. */
  readonly follow: 'hover' | 'drag' | 'press';
};

export function TileGrid(props: TileGridProps) {
  const { rows, columns, chosen, box } = props;
  const grid = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;

  const onKeyDown = useRef((event: KeyboardEvent) => {
    const now = latest.current;
    const { columns: width } = now;
    const from = { row: Math.floor(now.chosen / width), column: now.chosen % width };
    const to = placeAfterKey(event, from, now);
    if (!to) return;
    event.preventDefault();
    const cell = to.row * width + to.column;
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
    const place = (part: number, count: number) => within(Math.floor(part * count), count);
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
        <GridRow
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
