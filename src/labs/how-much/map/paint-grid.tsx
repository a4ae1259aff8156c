/**
 * The cells of the tie map for pointer, keys and screen readers, laid over the picture: one tab stop, a name for each
 * cell. A press paints, fills, picks or only chooses, as the tool says; a stroke ends when the pointer or Shift is let
 * go, and Esc calls it off.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useStore } from 'zustand';
import { isForBrowser, placeAfterKey, within } from '../../../lab-page/grid-keys';
import { GridRow } from '../../../lab-page/grid-row';
import { MAP_SIDE } from '../../../spec/tie-map';
import { useMessages } from '../../../ui/messages-context';
import type { Box } from '../../../views/learn-layout';
import type { Painter } from './painter';

const ROWS = Array.from({ length: MAP_SIDE }, (_, row) => row);
const inside = (at: number) => within(at, MAP_SIDE);
const SIZE = { rows: MAP_SIDE, columns: MAP_SIDE };

export function PaintGrid(props: {
  readonly painter: Painter;
  /** Without the last gap. */
  readonly box: Box;
  readonly chosen: number;
  readonly nameOf: (site: number) => string;
  /** Changes when the names do. */
  readonly version: unknown;
  /** False where the cells show something that cannot be painted. */
  readonly paints: boolean;
  readonly onChoose: (site: number) => void;
}) {
  const { painter, box, chosen } = props;
  const { tieMap: words } = useMessages();
  const grid = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const tool = useStore(painter, (state) => state.tool);
  const painting = props.paints && tool === 'paint';

  const onKeyDown = useRef((event: KeyboardEvent) => {
    const now = latest.current;
    if (isForBrowser(event)) return;
    const from = { row: Math.floor(now.chosen / MAP_SIDE), column: now.chosen % MAP_SIDE };
    const to = placeAfterKey(event, from, SIZE);
    if (to) {
      const cell = to.row * MAP_SIDE + to.column;
      if (now.paints && event.shiftKey) {
        if (!now.painter.getState().stroke) now.painter.begin(now.chosen);
        now.painter.go(cell);
      }
      now.onChoose(cell);
      grid.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
    } else if (event.key === 'Escape' && now.painter.getState().stroke) now.painter.cancel();
    else if (!now.paints) return;
    else if (event.key === ' ' || event.key === 'Enter') {
      now.painter.begin(now.chosen);
      now.painter.end();
    } else if (event.key.toLowerCase() === 'f') now.painter.fill(now.chosen);
    else if (event.key.toLowerCase() === 'p') now.painter.pick(now.chosen);
    else return;
    event.preventDefault();
  }).current;

  const siteUnder = useRef((event: PointerEvent): number | null => {
    const bounds = grid.current?.getBoundingClientRect();
    if (!bounds || bounds.width === 0) return null;
    const row = inside(Math.floor(((event.clientY - bounds.top) / bounds.height) * MAP_SIDE));
    return row * MAP_SIDE + inside(Math.floor(((event.clientX - bounds.left) / bounds.width) * MAP_SIDE));
  }).current;

  /** The pointer that paints: a second finger does not. */
  const painterId = useRef<number | null>(null);

  const onPointerDown = useRef((event: PointerEvent) => {
    const { painter: hand, paints, onChoose } = latest.current;
    const site = siteUnder(event);
    if (site === null || event.button !== 0 || hand.getState().stroke) return;
    onChoose(site);
    const tool = paints ? hand.getState().tool : 'look';
    if (tool === 'pick') hand.pick(site);
    else if (tool === 'fill') hand.fill(site);
    else if (tool === 'paint') {
      grid.current?.setPointerCapture(event.pointerId);
      painterId.current = event.pointerId;
      hand.begin(site);
    }
  }).current;

  const onPointerMove = useRef((event: PointerEvent) => {
    const { painter: hand, onChoose, chosen: before } = latest.current;
    const site = siteUnder(event);
    if (site === null) return;
    const { stroke } = hand.getState();
    if (stroke && event.pointerId !== painterId.current) return;
    if (stroke && event.buttons > 0) hand.go(site);
    else if (event.pointerType !== 'mouse') return;
    else hand.hover(site);
    if (site !== before) onChoose(site);
  }).current;

  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of cells over a canvas, not a table of text
    <div
      ref={grid}
      role="grid"
      aria-label={words.grid}
      aria-describedby="tie-map-keys"
      aria-rowcount={MAP_SIDE}
      aria-colcount={MAP_SIDE}
      tabIndex={-1}
      className={`tile-grid paint-grid ${painting ? 'paint-grid-paints' : ''}`}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
      // The outlined cell and the one that reads out are the same from the first Tab on.
      onFocus={({ target }) => target.dataset.cell && props.onChoose(Number(target.dataset.cell))}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.key === 'Shift' && painter.end()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && painter.end()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={(event) => event.pointerId === painterId.current && painter.end()}
      onPointerCancel={(event) => event.pointerId === painterId.current && painter.cancel()}
      onPointerLeave={() => painter.hover(null)}
    >
      {ROWS.map((row) => (
        <GridRow
          key={row}
          row={row}
          columns={MAP_SIDE}
          busy={false}
          chosen={Math.floor(chosen / MAP_SIDE) === row ? chosen % MAP_SIDE : -1}
          nameOf={props.nameOf}
          version={props.version}
        />
      ))}
    </div>
  );
}
