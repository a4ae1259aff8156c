/**
 * One window's arithmetic as a strip: every product as a tile, their sum, the bias, the ReLU, the output.
 * Wide: the tiles in a row, with their numbers where these are few enough to be added up; what follows stands
 * beside them or in the next line. Narrow: the tiles in the shape of the window, the numbers beside them. What
 * the slow narration has not come to yet is dim.
 */
import { type Selection, select } from 'd3';
import { decimal } from '../i18n/format';
import { cssColor, divergingIndex, extentOf } from './color-scales';
import { numberColor } from './kernel-grid';
import type { Palette } from './palette';
import { divergingOf } from './palette-tables';
import { SLIDE_PHASES, type SlidePhase } from './slide-stage-props';
import type { View } from './view';

export type ProductStripLabels = {
  readonly title: string;
  readonly sum: (text: string) => string;
  readonly bias: (text: string) => string;
  readonly relu: string;
};

export type ProductStripProps = {
  readonly palette: Palette;
  readonly width: number;
  readonly accent: string;
  readonly size: number;
  /** [taps] */
  readonly products: ArrayLike<number>;
  /** Product of full colour. */
  readonly extent: number;
  readonly sum: number;
  readonly bias: number;
  readonly output: number;
  /** The phase narrated now and how far it is (0..1); null shows everything. */
  readonly phase: SlidePhase | null;
  readonly progress: number;
  readonly tap: number | null;
  readonly outlined: boolean;
  readonly labels: ProductStripLabels;
};

/** Left edge, top edge and sides of each tile, and where the numbers stand. */
type StripLayout = {
  readonly height: number;
  readonly tile: number;
  readonly tileHeight: number;
  /** Whether each product stands in its tile. */
  readonly numbered: boolean;
  readonly columns: number;
  readonly tilesX: number;
  readonly tilesY: number;
  readonly title: readonly [number, number];
  readonly sum: readonly [number, number];
  readonly bias: readonly [number, number];
  readonly relu: readonly [number, number];
  readonly output: readonly [number, number];
};

const OUTPUT_WIDTH = 72;
const OUTPUT_HEIGHT = 34;
const ONE_ROW_FROM = 720;
const TITLE_WIDTH = 136;
/** Sum, bias, ReLU and output in a line. */
const NUMBERS_WIDTH = 395;
/** Kernels up to this size have their products in figures. */
const NUMBERED_UP_TO = 5;
const NUMBERED_TILE = { least: 33, most: 44, height: 28 };
const LINE = 44;

function numberedLayout(width: number, taps: number): StripLayout {
  const room = width - TITLE_WIDTH;
  const columns = room / taps >= NUMBERED_TILE.least ? taps : Math.ceil(taps / 2);
  const tile = Math.min(NUMBERED_TILE.most, Math.floor(room / columns));
  const { height } = NUMBERED_TILE;
  const lines = Math.ceil(taps / columns);
  const after = TITLE_WIDTH + columns * tile + 20;
  const beside = lines === 1 && after + NUMBERS_WIDTH <= width;
  const first = 26;
  const y = beside ? first : first + (lines - 1) * height + LINE;
  const x = beside ? after : TITLE_WIDTH;
  return {
    height: y + 26,
    tile,
    tileHeight: height,
    numbered: true,
    columns,
    tilesX: TITLE_WIDTH,
    tilesY: first - height / 2,
    title: [0, first],
    sum: [x, y],
    bias: [x + 90, y],
    relu: [x + 196, y],
    output: [x + 282, y],
  };
}

function stripLayout(width: number, size: number): StripLayout {
  const taps = size * size;
  if (width >= ONE_ROW_FROM && size <= NUMBERED_UP_TO) return numberedLayout(width, taps);
  if (width >= ONE_ROW_FROM) {
    const room = width - TITLE_WIDTH - NUMBERS_WIDTH;
    const columns = room / taps >= 9 ? taps : Math.ceil(taps / 2);
    const tile = Math.max(8, Math.min(22, Math.floor(room / columns)));
    const rows = Math.ceil(taps / columns);
    const y = 26;
    const after = TITLE_WIDTH + columns * tile + 20;
    return {
      height: 52,
      tile,
      tileHeight: tile,
      numbered: false,
      columns,
      tilesX: TITLE_WIDTH,
      tilesY: y - (rows * tile) / 2,
      title: [0, y],
      sum: [after, y],
      bias: [after + 90, y],
      relu: [after + 196, y],
      output: [after + 282, y],
    };
  }
  const tile = size === 7 ? 13 : size === 5 ? 18 : 26;
  const board = tile * size;
  const x = board + 16;
  return {
    height: 30 + Math.max(board, 106),
    tile,
    tileHeight: tile,
    numbered: false,
    columns: size,
    tilesX: 0,
    tilesY: 28,
    title: [0, 10],
    sum: [x, 40],
    bias: [x, 66],
    relu: [x, 102],
    output: [x + 80, 102],
  };
}

/** Opacity of what appears in `phase` while `now` is narrated. */
const shownAt = (phase: SlidePhase, now: SlidePhase | null) =>
  now === null || SLIDE_PHASES.indexOf(now) >= SLIDE_PHASES.indexOf(phase) ? 1 : 0.18;

export function createProductStrip(
  container: HTMLElement,
  first: ProductStripProps,
): View<ProductStripProps> {
  const svg = select(container).append('svg').attr('aria-hidden', 'true').style('display', 'block');
  svg.style('overflow', 'visible');

  let drawn: ProductStripProps | null = null;

  function update(props: ProductStripProps) {
    if (drawn && sameProps(drawn, props)) return;
    drawn = props;
    const layout = stripLayout(props.width, props.size);
    svg.attr('width', props.width).attr('height', layout.height);
    drawTiles(svg, props, layout);
    drawNumbers(svg, props, layout);
    svg
      .selectAll<SVGRectElement, null>('rect.part')
      .data(props.outlined ? [null] : [])
      .join('rect')
      .attr('class', 'part')
      .attr('x', -8)
      .attr('y', -6)
      .attr('width', props.width + 16)
      .attr('height', layout.height + 12)
      .attr('rx', 12)
      .attr('fill', 'none')
      .attr('stroke', props.palette.ink)
      .attr('stroke-width', 2);
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}

/** Whether two sets of props show the same. */
function sameProps(one: ProductStripProps, other: ProductStripProps): boolean {
  return (Object.keys(one) as (keyof ProductStripProps)[]).every((key) => {
    if (key === 'products') return String(one.products) === String(other.products);
    if (key === 'progress') return other.phase !== 'products' || one.progress === other.progress;
    return one[key] === other[key];
  });
}

/** A product in at most five characters: two decimals, no leading zero; nothing at all is "0". */
export function productText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return decimal(value, size >= 99.5 ? 0 : size >= 9.95 ? 1 : 2).replace(/^(−?)0\./, '$1.');
}

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;

function drawTiles(svg: Svg, props: ProductStripProps, layout: StripLayout) {
  const { palette, phase } = props;
  const table = divergingOf(palette);
  const taps = props.size * props.size;
  const values = Array.from({ length: taps }, (_, tap) => props.products[tap] ?? 0);
  const extent = extentOf([props.extent, ...values]);
  // In the phase of the products the tiles appear one after the other.
  const ready =
    phase === 'products' ? Math.ceil(props.progress * taps) : shownAt('products', phase) === 1 ? taps : 0;
  svg
    .selectAll<SVGRectElement, number>('rect.product')
    .data(values)
    .join('rect')
    .attr('class', 'product')
    .attr('x', (_, tap) => layout.tilesX + (tap % layout.columns) * layout.tile)
    .attr('y', (_, tap) => layout.tilesY + Math.floor(tap / layout.columns) * layout.tileHeight)
    .attr('width', layout.tile - 1.5)
    .attr('height', layout.tileHeight - 1.5)
    .attr('rx', 3)
    .attr('fill', (value, tap) =>
      tap < ready ? cssColor(table, divergingIndex(value, extent)) : palette.card,
    )
    .attr('stroke', (_, tap) => (tap === props.tap ? palette.ink : tap < ready ? 'none' : palette.hairline))
    .attr('stroke-width', (_, tap) => (tap === props.tap ? 2 : 1));
  svg
    .selectAll<SVGTextElement, number>('text.product-number')
    .data(layout.numbered ? values : [])
    .join('text')
    .attr('class', 'product-number number')
    .attr('x', (_, tap) => layout.tilesX + ((tap % layout.columns) + 0.5) * layout.tile - 0.75)
    .attr(
      'y',
      (_, tap) => layout.tilesY + (Math.floor(tap / layout.columns) + 0.5) * layout.tileHeight - 0.75,
    )
    .attr('dy', '0.35em')
    .attr('text-anchor', 'middle')
    .attr('font-size', layout.tile >= 40 ? 13 : 12)
    .attr('fill', (value) => numberColor(table, value, extent, palette))
    .text((value, tap) => (tap < ready ? productText(value) : ''));
}

type Words = {
  readonly key: string;
  readonly at: readonly [number, number];
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  readonly from: SlidePhase;
  readonly middle?: boolean;
};

function drawNumbers(svg: Svg, props: ProductStripProps, layout: StripLayout) {
  const { palette, labels, phase, accent } = props;
  const { ink, muted } = palette;
  const output: readonly [number, number] = [layout.output[0] + OUTPUT_WIDTH / 2, layout.output[1]];
  const words: Words[] = [
    { key: 'title', at: layout.title, text: labels.title, size: 14, weight: 600, color: ink, from: 'window' },
    {
      key: 'sum',
      at: layout.sum,
      text: labels.sum(decimal(props.sum)),
      size: 15,
      weight: 600,
      color: ink,
      from: 'sum',
    },
    {
      key: 'bias',
      at: layout.bias,
      text: labels.bias(decimal(props.bias)),
      size: 15,
      weight: 400,
      color: ink,
      from: 'bias',
    },
    { key: 'relu', at: layout.relu, text: labels.relu, size: 14, weight: 400, color: muted, from: 'relu' },
    {
      key: 'output',
      at: output,
      text: decimal(props.output),
      size: 17,
      weight: 640,
      color: accent,
      from: 'cell',
      middle: true,
    },
  ];
  svg
    .selectAll<SVGRectElement, null>('rect.output')
    .data([null])
    .join('rect')
    .attr('class', 'output')
    .attr('x', layout.output[0])
    .attr('y', layout.output[1] - OUTPUT_HEIGHT / 2)
    .attr('width', OUTPUT_WIDTH)
    .attr('height', OUTPUT_HEIGHT)
    .attr('rx', 10)
    .attr('fill', accent)
    .attr('fill-opacity', 0.09)
    .attr('stroke', accent)
    .attr('stroke-width', 1.25)
    .attr('opacity', shownAt('cell', phase));
  svg
    .selectAll<SVGTextElement, Words>('text[data-value]')
    .data(words, (word) => word.key)
    .join('text')
    .attr('class', 'number')
    .attr('data-value', (word) => word.key)
    .attr('x', (word) => word.at[0])
    .attr('y', (word) => word.at[1])
    .attr('dy', '0.35em')
    .attr('font-size', (word) => word.size)
    .attr('font-weight', (word) => (phase !== null && word.from === phase ? 640 : word.weight))
    .attr('text-anchor', (word) => (word.middle ? 'middle' : 'start'))
    .attr('fill', (word) => word.color)
    .attr('opacity', (word) => shownAt(word.from, phase))
    .text((word) => word.text);
}
