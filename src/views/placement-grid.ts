/**
 * A roving grid over a map: one tab stop, arrow keys walk the cells, Enter, Space, click or tap picks one. The
 * cells are real elements laid over the picture, so that touch exploration finds them where they are seen.
 */
import { PLACES, type Place, placeByKey } from './placement-place';

export type PlacementGrid = {
  /** Names the grid and its cells. */
  readonly name: (name: string, nameOf: (place: Place) => string) => void;
  /** Marks the cell where the digit stands; it is the tab stop while the grid has no focus. */
  readonly select: (current: Place) => void;
  readonly dispose: () => void;
};

export function createPlacementGrid(
  container: HTMLElement,
  handlers: {
    readonly pick: (place: Place) => void;
    /** The cell under the pointer or focus; null when there is none. */
    readonly point: (place: Place | null) => void;
  },
): PlacementGrid {
  const { ownerDocument } = container;
  const grid = ownerDocument.createElement('div');
  grid.className = 'move-grid';
  grid.setAttribute('role', 'grid');
  const cells: HTMLElement[] = [];
  const texts: string[] = [];
  const places = new Map<EventTarget, Place>();
  for (let row = 0; row < PLACES; row++) {
    const line = ownerDocument.createElement('div');
    line.setAttribute('role', 'row');
    for (let column = 0; column < PLACES; column++) {
      const cell = ownerDocument.createElement('div');
      cell.setAttribute('role', 'gridcell');
      cell.tabIndex = -1;
      line.append(cell);
      cells.push(cell);
      places.set(cell, { row, column });
    }
    grid.append(line);
  }
  container.append(grid);

  let stop: HTMLElement | undefined;
  function makeStop(cell: HTMLElement | undefined) {
    if (!cell || stop === cell) return;
    if (stop) stop.tabIndex = -1;
    cell.tabIndex = 0;
    stop = cell;
  }

  function placeOf(target: EventTarget | null): Place | null {
    return (target && places.get(target)) ?? null;
  }

  const focused = () => placeOf(ownerDocument.activeElement);
  const onPointer = (event: Event) => handlers.point(placeOf(event.target));
  const onLeave = () => handlers.point(focused());
  const onBlur = () => handlers.point(null);
  function onClick(event: Event) {
    const place = placeOf(event.target);
    if (!place) return;
    handlers.point(place);
    handlers.pick(place);
  }
  function onFocus(event: Event) {
    const place = placeOf(event.target);
    if (!place) return;
    makeStop(cells[place.row * PLACES + place.column]);
    handlers.point(place);
  }
  function onKey(event: KeyboardEvent) {
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') handlers.pick(place);
    else {
      const next = placeByKey(place, event.key, event.shiftKey);
      if (!next) return;
      cells[next.row * PLACES + next.column]?.focus();
    }
    event.preventDefault();
  }
  grid.addEventListener('pointerover', onPointer);
  grid.addEventListener('pointerleave', onLeave);
  grid.addEventListener('click', onClick);
  grid.addEventListener('focusin', onFocus);
  grid.addEventListener('focusout', onBlur);
  grid.addEventListener('keydown', onKey);

  let selected: HTMLElement | undefined;
  return {
    name(name, nameOf) {
      if (grid.getAttribute('aria-label') !== name) grid.setAttribute('aria-label', name);
      for (const [index, cell] of cells.entries()) {
        const text = nameOf({ row: Math.floor(index / PLACES), column: index % PLACES });
        if (texts[index] !== text) cell.setAttribute('aria-label', text);
        texts[index] = text;
      }
    },
    select(current) {
      const cell = cells[current.row * PLACES + current.column];
      selected?.removeAttribute('aria-selected');
      cell?.setAttribute('aria-selected', 'true');
      selected = cell;
      if (!focused()) makeStop(cell);
    },
    dispose: () => grid.remove(),
  };
}
