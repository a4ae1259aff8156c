/**
 * Accuracy for each of the 15x15 places of the digit: a canvas of cells from blank (0) to the network's colour
 * (1), a ring at the present place, the dashed frame of the trained places, a scale, and a grid of the same cells
 * for pointer, keyboard and screen reader. A cell not measured yet borrows the nearest measured one, lighter and
 * hatched; while nothing is measured, the map says so.
 */
import { select } from 'd3';
import type { DigitVariant } from '../spec/experiment-spec';
import { type ColorTable, sequentialIndex, sequentialTable } from './color-scales';
import { createCellPainter, watchWidth } from './move-cells';
import type { Palette } from './palette';
import { createPlacementGrid } from './placement-grid';
import { CORNER_REACH, PLACES, type Place } from './placement-place';
import type { View } from './view';

export type PlacementWords = {
  readonly gridName: string;
  /** Name of a cell for the readout and the screen reader. */
  readonly cell: (row: number, column: number, accuracy: number | null) => string;
  /** Shown over the map while nothing is measured. */
  readonly notMeasured: string;
  /** Name of the dashed frame. */
  readonly trained: string;
  /** Under the map while no cell is pointed at. */
  readonly hint: string;
};

export type PlacementMapProps = {
  /** [225] 0..1, NaN where not measured; null before anything is. */
  readonly accuracy: ArrayLike<number> | null;
  readonly place: Place;
  readonly variant: DigitVariant;
  /** The network's colour. */
  readonly color: string;
  readonly lit: boolean;
  readonly palette: Palette;
  readonly words: PlacementWords;
  /** A cell was chosen: the digit goes there. */
  readonly onPick: (place: Place) => void;
};

export type PlacementCell = {
  /** Accuracy measured here or at the nearest measured place; null when nothing is measured at all. */
  readonly value: number | null;
  readonly measured: boolean;
};

/** What each of the 225 cells shows. */
export function placementCells(accuracy: ArrayLike<number> | null): readonly PlacementCell[] {
  const known: number[] = [];
  for (let index = 0; index < PLACES * PLACES; index++)
    if (!Number.isNaN(accuracy?.[index] ?? Number.NaN)) known.push(index);
  return Array.from({ length: PLACES * PLACES }, (_, index) => {
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const candidate of known) {
      const down = Math.floor(candidate / PLACES) - Math.floor(index / PLACES);
      const distance = down ** 2 + ((candidate % PLACES) - (index % PLACES)) ** 2;
      if (distance < least) [nearest, least] = [candidate, distance];
    }
    return { value: accuracy?.[nearest] ?? null, measured: least === 0 };
  });
}

/** RGBA of each cell; what is borrowed is half as strong. */
export function placementColors(cells: readonly PlacementCell[], table: ColorTable): Uint8ClampedArray {
  const colors = new Uint8ClampedArray(cells.length * 4);
  cells.forEach(({ value, measured }, cell) => {
    const from = sequentialIndex((value ?? 0) * (measured ? 1 : 0.5), 1) * 3;
    colors.set([table[from] ?? 0, table[from + 1] ?? 0, table[from + 2] ?? 0, 255], cell * 4);
  });
  return colors;
}

/** Whether the cells need no new paint: most frames of a training run bring no new accuracy. */
const measuredAlike = (before: PlacementMapProps, after: PlacementMapProps): boolean =>
  before.accuracy === after.accuracy &&
  before.variant === after.variant &&
  before.color === after.color &&
  before.palette === after.palette &&
  before.words.notMeasured === after.words.notMeasured &&
  before.words.gridName === after.words.gridName;

const markedAlike = (before: PlacementMapProps, after: PlacementMapProps): boolean =>
  before.place === after.place && before.lit === after.lit;

export function createPlacementMap(
  container: HTMLElement,
  initial: PlacementMapProps,
): View<PlacementMapProps> {
  let props = initial;
  const root = select(container).append('div').attr('class', 'move-map');
  const field = root.append('div').attr('class', 'move-map-field');
  const canvas = field.append('canvas').attr('aria-hidden', 'true');
  const svg = field.append('svg').attr('aria-hidden', 'true');
  const under = svg.append('rect').attr('fill', 'none').attr('stroke-width', 2.5).attr('rx', 3);
  const trained = svg.append('rect').attr('fill', 'none').attr('stroke-width', 1.5).attr('rx', 3);
  trained.attr('stroke-dasharray', '4 3');
  const trainedName = svg
    .append('text')
    .attr('class', 'move-trained-places')
    .attr('font-size', 12)
    .attr('paint-order', 'stroke')
    .attr('stroke-width', 4)
    .attr('stroke-linejoin', 'round');
  const halo = svg.append('circle').attr('fill', 'none').attr('stroke-width', 4.5);
  const ring = svg.append('circle').attr('fill', 'none').attr('stroke-width', 2);
  const note = field.append('p').attr('class', 'move-map-note');
  const fieldNode = field.node();
  const canvasNode = canvas.node();
  if (!fieldNode || !canvasNode) throw new Error('The map could not be built.');
  let table = sequentialTable(initial.palette, initial.color);
  let cells = placementCells(initial.accuracy);
  let pointed: Place | null = null;

  const grid = createPlacementGrid(fieldNode, {
    pick: (place) => props.onPick(place),
    point(place) {
      pointed = place;
      readOut();
    },
  });
  const readout = root.append('p').attr('class', 'move-readout note number').attr('aria-hidden', 'true');

  function textOf({ row, column }: Place): string {
    const cell = cells[row * PLACES + column];
    return props.words.cell(row, column, cell?.measured ? cell.value : null);
  }

  function readOut() {
    readout.text(pointed ? textOf(pointed) : props.words.hint);
  }

  const paint = createCellPainter(canvasNode);
  const sideNow = () => width.now() || 180;

  /** Everything that depends on what was measured. */
  function drawCells() {
    const { palette, words } = props;
    const known = cells.some(({ measured }) => measured);
    paint(
      {
        columns: PLACES,
        colors: placementColors(cells, table),
        hatched: cells.map(({ measured }) => !measured),
        hatchColor: known ? palette.muted : palette.hairline,
      },
      sideNow(),
    );
    note.text(known ? '' : words.notMeasured).style('display', known ? 'none' : 'block');
    grid.name(words.gridName, textOf);
  }

  /** What depends on where the digit is: ring, frame, tab stop. */
  function drawMarks() {
    const { place, palette, variant } = props;
    const side = sideNow();
    const cell = side / PLACES;
    svg.attr('viewBox', `0 0 ${side} ${side}`);
    const reach = (CORNER_REACH + 1) * cell;
    for (const rect of [under, trained])
      rect
        .attr('x', -1)
        .attr('y', -1)
        .attr('width', reach + 1)
        .attr('height', reach + 1)
        .attr('visibility', variant === 'corner' ? 'visible' : 'hidden');
    under.attr('stroke', palette.card);
    trainedName
      .text(props.words.trained)
      .attr('x', 3)
      .attr('y', reach + 15)
      .attr('fill', palette.ink)
      .attr('stroke', palette.card)
      .attr('visibility', variant === 'corner' ? 'visible' : 'hidden');
    trained.attr('stroke', palette.ink);
    for (const circle of [halo, ring])
      circle
        .attr('cx', (place.column + 0.5) * cell - 0.5)
        .attr('cy', (place.row + 0.5) * cell - 0.5)
        .attr('r', Math.max(5, cell * 0.45));
    halo.attr('stroke', palette.card);
    ring.attr('stroke', palette.ink);
    root.classed('move-lit', props.lit);
    grid.select(place);
    readOut();
  }

  function draw() {
    drawCells();
    drawMarks();
  }

  const width = watchWidth(fieldNode, draw);
  draw();
  return {
    update(next) {
      if (next.palette !== props.palette || next.color !== props.color)
        table = sequentialTable(next.palette, next.color);
      if (next.accuracy !== props.accuracy) cells = placementCells(next.accuracy);
      const [sameCells, sameMarks] = [measuredAlike(props, next), markedAlike(props, next)];
      props = next;
      if (!sameCells) drawCells();
      if (!sameMarks || !sameCells) drawMarks();
    },
    dispose() {
      width.stop();
      grid.dispose();
      root.remove();
    },
  };
}
