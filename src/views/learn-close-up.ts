/**
 * The chosen position, enlarged with its numbers: its gradient, and the kernel that it reads. Gradients are small,
 * so each board has a unit (a power of ten) of its own; biases are not drawn.
 */
import { type Selection, select } from 'd3';
import { decimal } from '../i18n/format';
import { divergingIndex, extentOf } from './color-scales';
import { createFreshness } from './learn-fresh';
import type { Box } from './learn-layout';
import { type LedgerColors, ledgerColors } from './ledger-colors';
import type { Palette } from './palette';
import type { View } from './view';

const SIZE = 5;
const TAPS = SIZE * SIZE;

export type LearnCloseUpProps = {
  readonly palette: Palette;
  readonly width: number;
  /** Frame colour of the kernel. */
  readonly accent: string;
  readonly dashed: boolean;
  /** [taps+1] gradient of the position, empty where it is not known; `tileExtent`: full colour. */
  readonly tile: ArrayLike<number>;
  readonly tileExtent: number;
  readonly tileLabel: string;
  readonly kernel: ArrayLike<number>;
  readonly kernelExtent: number;
  readonly kernelLabel: string;
  /** Words for a unit: "in 10⁻³". */
  readonly unitText: (unit: string) => string;
  /** Weight to outline. */
  readonly tap: number;
};

export type CloseUpLayout = { readonly tile: Box; readonly kernel: Box; readonly height: number };

const ABOVE = 24;
const BELOW = 22;

const BETWEEN = 56;
const LARGEST_CELL = 48;

/** Side by side where there is room, one above the other where not. Cells are at least 32 px. */
export function closeUpLayout(width: number): CloseUpLayout {
  const beside = width >= 2 * SIZE * 32 + 40;
  const room = beside ? (width - BETWEEN) / 2 : Math.min(width, 200);
  const cell = Math.min(LARGEST_CELL, Math.floor(room / SIZE));
  const side = cell * SIZE;
  const box = (x: number, y: number): Box => ({ x, y, width: side, height: side });
  const second = beside ? box(side + BETWEEN, ABOVE) : box(0, ABOVE + side + BELOW + ABOVE + 18);
  return { tile: box(0, ABOVE), kernel: second, height: second.y + side + BELOW };
}

/** The power of ten in which the largest of these numbers rounds to between 1 and 9.9: 0.0042 -> 10⁻³. */
export function unitOf(values: ArrayLike<number>): { readonly exponent: number; readonly text: string } {
  const largest = extentOf(
    Array.from({ length: Math.min(TAPS, values.length) }, (_, tap) => values[tap] ?? 0),
    0,
  );
  const below = largest > 0 ? Math.floor(Math.log10(largest)) : 0;
  const exponent = Number((largest / 10 ** below).toFixed(1)) >= 10 ? below + 1 : below;
  const digits = [...String(Math.abs(exponent))].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
  return { exponent, text: exponent === 0 ? '1' : `10${exponent < 0 ? '⁻' : ''}${digits}` };
}

/** What stands in each cell: the value in its unit with one decimal, at most four characters. */
export const cellTexts = (values: ArrayLike<number>): readonly string[] => {
  const { exponent } = unitOf(values);
  return Array.from({ length: TAPS }, (_, tap) => {
    const value = values[tap];
    return value === undefined ? '' : decimal(value / 10 ** exponent, 1);
  });
};

type Group = Selection<SVGGElement, unknown, null, undefined>;

export function createLearnCloseUp(
  container: HTMLElement,
  first: LearnCloseUpProps,
): View<LearnCloseUpProps> {
  const svg = select(container).append('svg').attr('class', 'learn-close-up').attr('aria-hidden', 'true');
  const tile = svg.append('g').attr('class', 'tile');
  const kernel = svg.append('g').attr('class', 'kernel');
  const isFresh = createFreshness();
  const arrow = svg.append('path').attr('fill', 'none').attr('stroke-width', 1.4);

  function update(props: LearnCloseUpProps): void {
    const { palette, width } = props;
    const layout = closeUpLayout(width);
    const colors = ledgerColors(palette);
    svg.attr('width', width).attr('height', layout.height).attr('viewBox', `0 0 ${width} ${layout.height}`);
    svg.style('overflow', 'visible');
    board(tile, layout.tile, props.tile, props.tileExtent, props.tileLabel, null);
    board(kernel, layout.kernel, props.kernel, props.kernelExtent, props.kernelLabel, props.tap);
    const beside = layout.kernel.y === layout.tile.y;
    const [x, y] = beside
      ? [layout.tile.width + 14, layout.tile.y + layout.tile.height / 2]
      : [layout.tile.width / 2, layout.tile.y + layout.tile.height + 8];
    arrow
      .attr('stroke', props.accent)
      .attr('stroke-dasharray', props.dashed ? '3 3' : null)
      .attr('d', beside ? `M${x},${y}h28m-5,-4l5,4l-5,4` : `M${x},${y}v26m-4,-5l4,5l4,-5`);

    function board(
      group: Group,
      box: Box,
      values: ArrayLike<number>,
      extent: number,
      label: string,
      tap: number | null,
    ) {
      drawBoard(group, { box, values, extent, label, tap, colors, props }, (marks) =>
        isFresh(tap === null ? 'tile' : 'kernel', marks),
      );
    }
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}

type Cell = {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
  readonly outlined: boolean;
};

function drawBoard(
  group: Group,
  of: {
    readonly box: Box;
    readonly values: ArrayLike<number>;
    readonly extent: number;
    readonly label: string;
    readonly tap: number | null;
    readonly colors: LedgerColors;
    readonly props: LearnCloseUpProps;
  },
  isFresh: (marks: unknown) => boolean,
): void {
  const { box, values, extent, tap, colors, props } = of;
  const { palette } = props;
  const side = box.width / SIZE;
  const cells = cellTexts(values).map((text, index): Cell => {
    const color = divergingIndex(values[index] ?? 0, extent);
    return {
      x: box.x + (index % SIZE) * side,
      y: box.y + Math.floor(index / SIZE) * side,
      fill: colors.css[color] ?? '',
      ink: colors.ink[color] ?? '',
      text,
      outlined: index === tap,
    };
  });
  const unit = unitOf(values);
  const notes = [
    { text: of.label, y: box.y - 9 },
    { text: unit.exponent === 0 ? '' : props.unitText(unit.text), y: box.y + box.height + 17 },
  ];
  if (!isFresh([cells, notes, palette])) return;
  group
    .selectAll<SVGRectElement, Cell>('rect.cell')
    .data(cells)
    .join('rect')
    .attr('class', 'cell')
    .attr('x', (cell) => cell.x + 1)
    .attr('y', (cell) => cell.y + 1)
    .attr('width', side - 2)
    .attr('height', side - 2)
    .attr('rx', 4)
    .attr('fill', (cell) => cell.fill)
    .attr('stroke', (cell) => (cell.outlined ? palette.ink : 'none'))
    .attr('stroke-width', 2);
  group
    .selectAll<SVGTextElement, Cell>('text.cell-number')
    .data(cells)
    .join('text')
    .attr('class', 'cell-number')
    .attr('x', (cell) => cell.x + side / 2)
    .attr('y', (cell) => cell.y + side / 2)
    .attr('dy', '0.35em')
    .attr('text-anchor', 'middle')
    .attr('font-size', side >= 44 ? 14 : 12)
    .attr('fill', (cell) => cell.ink)
    .text((cell) => cell.text);
  group
    .selectAll<SVGTextElement, (typeof notes)[number]>('text.note')
    .data(notes)
    .join('text')
    .attr('class', 'note')
    .attr('x', box.x + 1)
    .attr('y', (note) => note.y)
    .attr('font-size', 13)
    .attr('fill', palette.muted)
    .text((note) => note.text);
}
