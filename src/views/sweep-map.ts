/**
 * The map of a sweep: one cell for each number of examples and each degree of sharing, shaded by its value, with the
 * value in it. Says of every cell without a value why it has none. One SVG that stands alone, so that it can be saved.
 */
import { type Selection, select } from 'd3';
import { type TieMap, textOfMap } from '../spec/tie-map';
import type { Palette } from './palette';
import { drawCell, type SweepMapCell, type SweepRect, type SweepText, type SweepWords } from './sweep-cells';
import { HEAD, type SweepLayout, sweepLayout } from './sweep-layout';
import { tieMapThumb } from './tie-map-thumb';
import type { View } from './view';

export type SweepMapProps = {
  readonly palette: Palette;
  /** That there is; the map may need more. */
  readonly width: number;
  /** Numbers of examples. */
  readonly rows: readonly string[];
  readonly columns: readonly {
    readonly name: string;
    readonly map: TieMap;
    readonly color: string;
    readonly parameters: string;
  }[];
  /** [rows, columns] */
  readonly cells: readonly SweepMapCell[];
  readonly words: SweepWords & { readonly examples: string; readonly parameters: string };
};

type Layer = Selection<SVGGElement, unknown, null, undefined>;
const FONT = 'Inter Variable, Inter, Helvetica, Arial, sans-serif';
export function createSweepMap(container: HTMLElement, first: SweepMapProps): View<SweepMapProps> {
  const svg = select(container)
    .append('svg')
    .attr('xmlns', 'http://www.w3.org/2000/svg')
    .attr('class', 'sweep-map')
    .attr('aria-hidden', 'true')
    .attr('font-family', FONT);
  const layer = (name: string): Layer => svg.append('g').attr('class', name);
  const [rects, texts, thumbs] = [layer('cells'), layer('words'), layer('thumbs')];
  /** What the thumbs show: they are made anew only when that changes. */
  let thumbed = '';

  function update(props: SweepMapProps): void {
    const layout = sweepLayout(props.width, props.rows.length, props.columns.length);
    const { width, height } = layout;
    svg.attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height);
    const drawn = props.cells.map((cell, at) => {
      const [row, column] = [Math.floor(at / props.columns.length), at % props.columns.length];
      return drawCell(cell, layout.cell(row, column), props.palette, props.words);
    });
    drawRects(
      rects,
      drawn.flatMap((cell) => cell.rects),
    );
    drawTexts(texts, [...headings(props, layout), ...drawn.flatMap((cell) => cell.texts)]);
    const shows = [
      layout.thumb,
      props.palette.card,
      ...props.columns.map(({ map }) => textOfMap(map)),
    ].join();
    if (shows !== thumbed) makeThumbs(thumbs, props, layout.thumb);
    thumbed = shows;
    placeThumbs(thumbs, props, layout);
  }

  update(first);
  return { update, dispose: () => void svg.remove() };
}

/** What stands at the edges: numbers of examples, degrees, parameters. */
function headings(props: SweepMapProps, { turned, cell, height }: SweepLayout): readonly SweepText[] {
  const { rows, columns, palette, words } = props;
  const strong = { size: 13, weight: 600 };
  const quiet = { size: 12, weight: 400, fill: palette.muted };
  const corner = cell(0, 0);
  if (turned)
    return [
      { ...quiet, text: words.examples, x: corner.x - 10, y: HEAD.turned - 12, anchor: 'end' },
      ...rows.map((label, row) => {
        const { x, width } = cell(row, 0);
        const at = { x: x + width / 2, y: HEAD.turned - 12, anchor: 'middle' } as const;
        return { ...strong, ...at, text: label, fill: palette.ink };
      }),
      ...columns.flatMap(({ name, color, parameters }, column) => {
        const { y } = cell(0, column);
        const at = { x: 34, anchor: 'start' } as const;
        return [
          { ...strong, ...at, y: y + 16, text: name, fill: color },
          { ...quiet, ...at, y: y + 32, text: parameters },
        ];
      }),
    ];
  const right = { x: corner.x - 12, anchor: 'end' } as const;
  return [
    ...rows.flatMap((label, row) => {
      const { y } = cell(row, 0);
      return [
        { ...strong, ...right, y: y + 22, text: label, fill: palette.ink },
        { ...quiet, ...right, y: y + 38, text: words.examples },
      ];
    }),
    { ...quiet, ...right, y: height - 6, text: words.parameters },
    ...columns.flatMap(({ name, color, parameters }, column) => {
      const { x, width } = cell(0, column);
      const at = { x: x + width / 2, anchor: 'middle' } as const;
      return [
        { ...strong, ...at, y: HEAD.wide - 10, text: name, fill: color },
        { ...strong, ...at, y: height - 6, text: parameters, fill: palette.ink },
      ];
    }),
  ];
}

/** What stays as it was is not touched: cells change one at a time, and painting them all again is work. */
function drawRects(layer: Layer, rects: readonly SweepRect[]): void {
  layer
    .selectAll<SVGRectElement, SweepRect>('rect')
    .data(rects, (rect) => JSON.stringify(rect))
    .join((entering) =>
      entering
        .append('rect')
        .attr('rx', 3)
        .attr('x', ({ x }) => x)
        .attr('y', ({ y }) => y)
        .attr('width', ({ width }) => Math.max(0, Math.round(width * 10) / 10))
        .attr('height', ({ height }) => height)
        .attr('fill', ({ fill }) => fill)
        .attr('stroke', ({ stroke }) => stroke)
        .attr('stroke-width', ({ edge }) => edge)
        .attr('stroke-dasharray', ({ dash }) => dash),
    );
}

function drawTexts(layer: Layer, texts: readonly SweepText[]): void {
  layer
    .selectAll<SVGTextElement, SweepText>('text')
    .data(texts, (text) => JSON.stringify(text))
    .join((entering) =>
      entering
        .append('text')
        .attr('x', ({ x }) => x)
        .attr('y', ({ y }) => y)
        .attr('font-size', ({ size }) => size)
        .attr('font-weight', ({ weight }) => weight)
        .attr('text-anchor', ({ anchor }) => anchor)
        .attr('fill', ({ fill }) => fill)
        .text(({ text }) => text),
    );
}

function makeThumbs(layer: Layer, { columns, palette }: SweepMapProps, side: number): void {
  layer.selectAll('*').remove();
  for (const { map } of columns) {
    const place = layer.append('g').node();
    if (place) tieMapThumb(place, { map, palette, side });
  }
}

function placeThumbs(layer: Layer, { columns }: SweepMapProps, { thumb, turned, cell }: SweepLayout): void {
  const places = columns.map((_, column) => {
    const { x, y, width, height } = cell(0, column);
    return turned ? `0,${y + (height - thumb) / 2}` : `${x + (width - thumb) / 2},6`;
  });
  layer.selectChildren<SVGGElement, unknown>('g').attr('transform', (_, at) => `translate(${places[at]})`);
}
