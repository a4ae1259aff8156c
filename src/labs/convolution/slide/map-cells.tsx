/**
 * The feature map's cells for pointer, touch and keyboard, laid over the drawn board. One tab stop; arrow keys
 * move over the map. Only the row that holds the focus is in the document: up to 784 cells would slow it down.
 */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../../ui/messages-context';
import type { Rect } from '../../../views/slide-layout';

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -99],
  End: [0, 99],
  PageUp: [-99, 0],
  PageDown: [99, 0],
};

export function MapCells(props: {
  readonly rect: Rect;
  readonly rows: number;
  readonly columns: number;
  /** Cell that Tab leads to. */
  readonly entry: number;
  readonly nameOf: (site: number) => string;
  readonly onSelect: (site: number | null) => void;
  /** Enter or Space: bring the window here. */
  readonly onChoose: (site: number) => void;
}) {
  const { rect, rows, columns, onSelect } = props;
  const { slide } = useMessages();
  const board = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const site = Math.min(focused ?? props.entry, rows * columns - 1);
  const row = Math.floor(site / columns);

  useEffect(() => {
    if (focused !== null) board.current?.querySelector<HTMLElement>(`[data-site="${focused}"]`)?.focus();
  }, [focused]);

  function siteAt(event: PointerEvent): number {
    const bounds = event.currentTarget.getBoundingClientRect();
    const place = (part: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(part * count)));
    return (
      place((event.clientY - bounds.top) / bounds.height, rows) * columns +
      place((event.clientX - bounds.left) / bounds.width, columns)
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      props.onChoose(site);
    } else if (event.key === 'Escape' && document.activeElement instanceof HTMLElement) {
      document.activeElement.blur();
    } else if (step) {
      event.preventDefault();
      const limit = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
      const next = limit(row + step[0], rows) * columns + limit((site % columns) + step[1], columns);
      setFocused(next);
      onSelect(next);
    }
  }

  const [width, height] = [rect.width / columns, rect.height / rows];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a grid of cells over a canvas, not a table of text
    <div
      ref={board}
      role="grid"
      tabIndex={-1}
      aria-label={slide.gridMap}
      aria-rowcount={rows}
      aria-colcount={columns}
      className="slide-map"
      style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
      onKeyDown={onKeyDown}
      onPointerMove={(event) =>
        (event.pointerType === 'mouse' || event.buttons > 0) && onSelect(siteAt(event))
      }
      onPointerDown={(event) => onSelect(siteAt(event))}
      onPointerLeave={(event) => event.pointerType === 'mouse' && onSelect(focused)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the cells take the focus */}
      <div role="row" aria-rowindex={row + 1}>
        {Array.from({ length: columns }, (_, column) => {
          const cell = row * columns + column;
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: cells are fixed
              key={column}
              role="gridcell"
              data-site={cell}
              aria-colindex={column + 1}
              aria-label={props.nameOf(cell)}
              tabIndex={cell === site ? 0 : -1}
              className="slide-map-cell"
              style={{ left: column * width, top: row * height, width, height }}
              onFocus={() => {
                setFocused(cell);
                onSelect(cell);
              }}
              onBlur={() => {
                setFocused(null);
                onSelect(null);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
