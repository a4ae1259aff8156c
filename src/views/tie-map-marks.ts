/**
 * Numbers, chips, outlines and headings over the tie map and its kernels, as SVG. A number stands where a region begins
 * and only where it fits; it has the colour of its cell around it, so that a thread below does not touch it.
 */
import type { Selection } from 'd3';
import type { Messages } from '../i18n/messages';
import { MAP_SIDE, MAP_SITES } from '../spec/tie-map';
import { COLOURS, type GroupColor, groupColor } from './group-colors';
import type { Box } from './learn-layout';
import type { Palette } from './palette';
import { CHIP, cellBox, chipBox, type Slots, type TieMapLayout } from './tie-map-layout';
import { regionsOf } from './tie-map-threads';

export type GroupNumber = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle';
  readonly color: GroupColor;
  readonly opacity: number;
};

const DIGIT = 7.4;
const ASCENT = 4.3;
const MARGIN = 3;
/** More regions than that are not numbered cell by cell: who wants a number points at the cell. */
const MOST_NUMBERS = 64;

/** Numbers of the regions, 1-based. labels: [256]. */
export function regionNumbers(
  layout: TieMapLayout,
  labels: readonly number[],
  palette: Palette,
  opacity: number,
): readonly GroupNumber[] {
  const regions = regionsOf(labels);
  if (opacity <= 0 || regions.length > MOST_NUMBERS) return [];
  return regions.flatMap(({ group, sites }) => {
    const [first = 0] = sites;
    const text = String(group + 1);
    const width = text.length * DIGIT;
    let run = 1;
    while ((first + run) % MAP_SIDE !== 0 && labels[first + run] === group) run++;
    const fits = width + MARGIN <= layout.pitch;
    if (!fits && width + 2 * MARGIN > run * layout.pitch) return [];
    const cell = cellBox(layout, first);
    const x = fits ? cell.x + cell.width / 2 : cell.x + MARGIN;
    const y = cell.y + cell.height / 2 + ASCENT;
    const color = groupColor(palette, group);
    return [{ text, x, y, anchor: fits ? ('middle' as const) : ('start' as const), color, opacity }];
  });
}

/** Around all cells for which `inside` holds, as an SVG path along the gaps. */
export function contour({ map, pitch }: TieMapLayout, inside: (site: number) => boolean): string {
  const holds = (row: number, column: number) =>
    row >= 0 && row < MAP_SIDE && column >= 0 && column < MAP_SIDE && inside(row * MAP_SIDE + column);
  let path = '';
  for (let row = 0; row < MAP_SIDE; row++)
    for (let column = 0; column < MAP_SIDE; column++) {
      if (!holds(row, column)) continue;
      const [x, y] = [map.x + column * pitch - 0.5, map.y + row * pitch - 0.5];
      if (!holds(row - 1, column)) path += `M${x},${y}h${pitch}`;
      if (!holds(row + 1, column)) path += `M${x},${y + pitch}h${pitch}`;
      if (!holds(row, column - 1)) path += `M${x},${y}v${pitch}`;
      if (!holds(row, column + 1)) path += `M${x + pitch},${y}v${pitch}`;
    }
  return path;
}

/** A tile of a group with its chip. */
export type Chip = { readonly group: number; readonly tile: Box; readonly opacity: number };

type Layer = Selection<SVGGElement, unknown, null, undefined>;

export function drawNumbers(layer: Layer, numbers: readonly GroupNumber[]): void {
  layer
    .selectAll<SVGTextElement, GroupNumber>('text')
    .data(numbers)
    .join('text')
    .attr('x', ({ x }) => x)
    .attr('y', ({ y }) => y)
    .attr('text-anchor', ({ anchor }) => anchor)
    .attr('font-size', 12)
    .attr('font-weight', 650)
    .attr('fill', ({ color }) => color.ink)
    .attr('stroke', ({ color }) => color.fill)
    .attr('stroke-width', 3)
    .attr('stroke-linejoin', 'round')
    .attr('paint-order', 'stroke')
    .attr('opacity', ({ opacity }) => opacity.toFixed(2))
    .text(({ text }) => text);
}

/** Chips with numbers, and the frames of the tiles below them. `chosen`: the group that is lit up. */
export function drawChips(
  layer: Layer,
  chips: readonly Chip[],
  palette: Palette,
  chosen: number | null,
): void {
  const colorOf = ({ group }: Chip) => groupColor(palette, group);
  const lit = ({ group }: Chip) => group === chosen;
  layer
    .selectAll<SVGRectElement, Chip>('rect.chip')
    .data(chips)
    .join('rect')
    .attr('class', 'chip')
    .attr('x', ({ tile }) => chipBox(tile).x)
    .attr('y', ({ tile }) => chipBox(tile).y)
    .attr('width', CHIP.width)
    .attr('height', CHIP.height)
    .attr('rx', 5)
    .attr('fill', (chip) => colorOf(chip).fill)
    .attr('stroke', (chip) => (lit(chip) ? palette.ink : colorOf(chip).line))
    .attr('stroke-width', (chip) => (lit(chip) ? 2 : 1))
    .attr('opacity', ({ opacity }) => opacity.toFixed(2));
  layer
    .selectAll<SVGRectElement, Chip>('rect.frame')
    .data(chips)
    .join('rect')
    .attr('class', 'frame')
    .attr('x', ({ tile }) => tile.x - 2)
    .attr('y', ({ tile }) => tile.y - 2)
    .attr('width', ({ tile }) => tile.width + 4)
    .attr('height', ({ tile }) => tile.height + 4)
    .attr('rx', 4)
    .attr('fill', 'none')
    .attr('stroke', (chip) => (lit(chip) ? palette.ink : colorOf(chip).line))
    .attr('stroke-width', (chip) => (lit(chip) ? 2.4 : 1.6))
    .attr('opacity', ({ opacity }) => opacity.toFixed(2));
  layer
    .selectAll<SVGTextElement, Chip>('text')
    .data(chips)
    .join('text')
    .attr('x', ({ tile }) => chipBox(tile).x + CHIP.width / 2)
    .attr('y', ({ tile }) => chipBox(tile).y + CHIP.height / 2 + ASCENT)
    .attr('text-anchor', 'middle')
    .attr('font-size', 12)
    .attr('font-weight', 650)
    .attr('fill', (chip) => colorOf(chip).ink)
    .attr('opacity', ({ opacity }) => opacity.toFixed(2))
    .text(({ group }) => String(group + 1));
}

/** The two lines of text: what the left square shows, and what the tiles are. `chosen`: a group, 0-based. */
export function headings(
  { map, axis, height }: TieMapLayout,
  slots: Slots,
  shown: { readonly gradients: boolean; readonly sums: boolean; readonly moving: boolean },
  of: {
    readonly groups: number;
    readonly filter: number;
    readonly chosen: number | null;
    readonly soft: boolean;
  },
  words: Messages['tieMap'],
) {
  const sums = of.groups === MAP_SITES ? words.ownHeading : words.sumsHeading;
  const kernels =
    of.chosen === null || slots.chips
      ? (of.soft ? words.partsHeading : words.kernelsHeading)(String(of.groups), of.filter)
      : words.chosenHeading(String(of.chosen + 1), String(of.groups), of.filter);
  const y = axis === 'across' ? slots.area.y - (slots.chips ? 4 : 10) : height - 6;
  const colours = of.soft ? words.softHeading : words.mapHeading;
  const cells = of.groups > COLOURS ? words.manyHeading : colours;
  return [
    { text: shown.gradients ? words.gradientsHeading : cells, x: map.x, y: 14 },
    // While tiles change their places threads may pass there.
    ...(shown.moving ? [] : [{ text: shown.sums ? sums : kernels, x: slots.area.x, y }]),
  ];
}
