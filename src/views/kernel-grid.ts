/**
 * One kernel as a board of coloured cells with their numbers, in an SVG group: drawn at full size around the
 * origin and then placed and scaled, so that it can fly between its frame and its place on the wall.
 */
import type { Selection } from 'd3';
import { decimal } from '../i18n/format';
import { type ColorTable, cssColor, divergingIndex, extentOf, textColorOn } from './color-scales';
import type { Palette } from './palette';
import { divergingOf } from './palette-tables';
import { KERNEL_INSET, type Rect } from './slide-layout';

export type KernelGridProps = {
  /** [taps+1], bias last. */
  readonly kernel: ArrayLike<number>;
  readonly size: number;
  /** Weight of full colour. */
  readonly extent: number;
  /** Where the frame stands at rest; sets the size of the cells. */
  readonly rest: Rect;
  /** Where it is drawn now. */
  readonly place: Rect;
  readonly opacity: number;
  readonly accent: string;
  readonly dashed: boolean;
  readonly palette: Palette;
  /** Weight to outline, or null. */
  readonly tap: number | null;
};

/** Numbers short enough for a cell: two decimals, three for small kernels, no leading zero where space is short. */
export function weightText(value: number, extent: number, cell: number): string {
  if (Math.abs(value) >= 9.95) return decimal(value, Math.abs(value) >= 99.5 || cell < 40 ? 0 : 1);
  if (extent < 0.2 && cell >= 38) return decimal(value, 3).replace('0.', '.');
  if (cell >= 38) return decimal(value, 2);
  return Math.abs(value) >= 0.995 ? decimal(value, 1) : decimal(value, 2).replace('0.', '.');
}

/** Black and white reach 4.6:1 on every colour; ink and card fall below 4.5:1 on the middle ones. */
const STRONGEST = { ink: '#000000', card: '#ffffff' };
const MIDDLE_FROM = 0.35;

/** Colour of a number on a cell of this value. */
export function numberColor(table: ColorTable, value: number, extent: number, palette: Palette): string {
  const middle = Math.abs(value) > MIDDLE_FROM * extent;
  return textColorOn(table, divergingIndex(value, extent), middle ? { ...palette, ...STRONGEST } : palette);
}

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** Draws (or redraws) the kernel in `group`. Hidden at opacity 0. */
export function drawKernelGrid(group: Group, props: KernelGridProps): void {
  const { size, rest, place, palette } = props;
  const scale = place.width / rest.width;
  group
    .attr('opacity', props.opacity)
    .attr('display', props.opacity === 0 ? 'none' : null)
    .attr('transform', `translate(${tidy(place.x)},${tidy(place.y)}) scale(${tidy(scale, 1e4)})`);
  if (props.opacity === 0) return;
  const cell = (rest.width - 2 * KERNEL_INSET) / size;
  const table = divergingOf(palette);
  const values = Array.from({ length: size * size }, (_, tap) => props.kernel[tap] ?? 0);
  const largest = extentOf(values);
  group
    .selectAll<SVGRectElement, null>('rect.frame')
    .data([null])
    .join('rect')
    .attr('class', 'frame')
    .attr('width', rest.width)
    .attr('height', rest.width)
    .attr('rx', 11)
    .attr('fill', palette.card)
    .attr('stroke', props.accent)
    .attr('stroke-width', 1.75)
    .attr('stroke-dasharray', props.dashed ? '6 4' : null);
  const column = (tap: number) => KERNEL_INSET + (tap % size) * cell;
  const row = (tap: number) => KERNEL_INSET + Math.floor(tap / size) * cell;
  group
    .selectAll<SVGRectElement, number>('rect.cell')
    .data(values)
    .join('rect')
    .attr('class', 'cell')
    .attr('x', (_, tap) => column(tap) + 1)
    .attr('y', (_, tap) => row(tap) + 1)
    .attr('width', cell - 2)
    .attr('height', cell - 2)
    .attr('rx', 4)
    .attr('fill', (value) => cssColor(table, divergingIndex(value, props.extent)))
    .attr('stroke', (_, tap) => (tap === props.tap ? palette.ink : 'none'))
    .attr('stroke-width', 2);
  group
    .selectAll<SVGTextElement, number>('text')
    .data(values)
    .join('text')
    .attr('class', 'number')
    .attr('x', (_, tap) => column(tap) + cell / 2)
    .attr('y', (_, tap) => row(tap) + cell / 2)
    .attr('dy', '0.35em')
    .attr('text-anchor', 'middle')
    .attr('font-size', cell >= 48 ? 14 : cell >= 40 ? 12.5 : 12)
    .attr('fill', (value) => numberColor(table, value, props.extent, palette))
    .text((value) => weightText(value, largest, cell));
}

const tidy = (value: number, steps = 100) => Math.round(value * steps) / steps;
