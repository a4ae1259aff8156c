/**
 * The tie map with the kernels of its groups: each position in the colour of its group or with its gradient, threads
 * from the regions to the tiles, a told training step, and the way from one map to the next. Positions are 0-based,
 * groups are numbered from 1 on the screen.
 */
import type { Messages } from '../i18n/messages';
import { MAP_SITES } from '../spec/tie-map';
import { groupColor } from './group-colors';
import { createFreshness } from './learn-fresh';
import type { Box } from './learn-layout';
import { type LearnScene, learnScene } from './learn-scene';
import { drawnExtent } from './ledger-extent';
import { hasGradients } from './ledger-picture';
import { drawOutlines } from './outlines';
import type { Palette } from './palette';
import type { StepPhase } from './step-phase';
import { sizeLayer, svgLayer } from './svg-layer';
import { createTieMapCanvas, type Rows } from './tie-map-canvas';
import { cellBox, slotBox, type TieMapLayout, tieMapLayout } from './tie-map-layout';
import { contour, drawChips, drawNumbers, headings, regionNumbers } from './tie-map-marks';
import { atRest, type Company, onTheWay, type PlacedThread, type Regroup } from './tie-map-motion';
import { groupSums, type TieMapPicture } from './tie-map-picture';
import { flightAlong, type Route, routePath } from './tie-map-threads';
import type { View } from './view';

/** A part of the picture that words can light up. */
export type TieMapPart = 'map' | 'kernels' | 'threads';

export type TieMapViewProps = {
  readonly palette: Palette;
  readonly words: Messages['tieMap'];
  /** CSS pixels. */
  readonly width: number;
  readonly dpr: number;
  readonly picture: TieMapPicture;
  /** [256] groups of the cells while a stroke is under way; null: those of the picture. */
  readonly stroke: readonly number[] | null;
  /** Positions under the brush, or covered by the stroke. */
  readonly brushed: ReadonlySet<number> | null;
  readonly regroup: Regroup | null;
  readonly phase: StepPhase | null;
  readonly show: 'map' | 'gradients';
  /** Position that is pointed at. */
  readonly selected: number | null;
  readonly part: TieMapPart | null;
};

/** Of a thread whose group is not pointed at, is, or where none is. */
const THREAD = { other: 0.3, chosen: 1, any: 0.75 };
const BUNDLE = 0.45;

export function createTieMapView(container: HTMLElement, first: TieMapViewProps): View<TieMapViewProps> {
  const canvas = createTieMapCanvas(container);
  const svg = svgLayer(container, 'tie-map-marks');
  const isFresh = createFreshness();
  const layer = (name: string) => svg.append('g').attr('class', name);
  const threads = layer('threads');
  const numbers = layer('numbers');
  const chips = layer('chips');
  const contours = layer('contours');
  const words = layer('words');
  const outlines = layer('outlines');

  let rested: { readonly picture: TieMapPicture; readonly width: number; readonly company: Company } | null =
    null;
  function restOf(layout: TieMapLayout, picture: TieMapPicture): Company {
    const { groupOf } = picture;
    if (rested?.picture.groupOf !== groupOf || rested.width !== layout.width)
      rested = { picture, width: layout.width, company: atRest(layout, picture) };
    return rested.company;
  }

  function update(props: TieMapViewProps): void {
    const { palette, picture, regroup, stroke, phase } = props;
    const layout = tieMapLayout(props.width, picture.groups);
    const { width, height, map } = layout;
    const scene = learnScene(phase, MAP_SITES, picture.groups === MAP_SITES ? 'independent' : 'shared');
    const known = hasGradients(picture.source);
    const told = phase !== null && (phase.name === 'gradients' || phase.name === 'sum');
    const gradients = known && !regroup && (props.show === 'gradients' || told);
    const sums = gradients && (phase === null || phase.name === 'sum');
    const labels = stroke ?? picture.groupOf;
    const chosen = props.selected === null ? null : (labels[props.selected] ?? null);
    const moving =
      regroup &&
      onTheWay(
        { before: tieMapLayout(props.width, regroup.before.groups), now: layout },
        regroup.before,
        picture,
        regroup.progress,
      );
    const company = moving?.now ?? restOf(layout, picture);

    if (isFresh('size', [width, height])) sizeLayer(svg, width, height);
    canvas.begin(width, height, props.dpr, palette);
    if (regroup) canvas.cells(layout, regroup.labels, palette, 1);
    canvas.cells(layout, labels, palette, regroup ? regroup.progress : 1);
    if (gradients) canvas.gradients(layout, rowsOf(picture.tiles, MAP_SITES), scene.tileStrength);
    if (moving && regroup)
      canvas.tiles(
        'before',
        rowsOf(regroup.before.kernels, regroup.before.groups),
        moving.before.slots.side,
        moving.before.tiles,
      );
    drawTiles(picture, scene, company, sums);
    if (phase?.name === 'sum' && known)
      canvas.flying(layout, rowsOf(picture.tiles, MAP_SITES), flights(layout, picture, company, scene));

    const all = [...(moving?.before.threads ?? []), ...company.threads];
    const drawn = [all.map(({ route, opacity }) => [routePath(route), opacity]), chosen, palette];
    if (isFresh('threads', drawn)) drawThreads(all, chosen, palette);
    const numbered = gradients
      ? []
      : [
          ...(regroup ? regionNumbers(layout, regroup.labels, palette, 1 - 2 * regroup.progress) : []),
          ...regionNumbers(layout, labels, palette, regroup ? 2 * regroup.progress - 1 : 1),
        ];
    if (isFresh('numbers', numbered)) drawNumbers(numbers, numbered);
    const placed = [...(moving?.before.chips ?? []), ...company.chips].map(({ row, box, opacity }) => ({
      ...{ group: row, tile: box, opacity },
    }));
    if (isFresh('chips', [placed, chosen, palette])) drawChips(chips, placed, palette, chosen);
    drawContours(layout, props, labels, chosen, company);
    const lines = headings(
      layout,
      company.slots,
      { gradients, sums, moving: regroup !== null },
      {
        groups: picture.groups,
        filter: picture.filter + 1,
        chosen: stroke ? null : chosen,
        soft: picture.soft,
      },
      props.words,
    );
    if (isFresh('words', [lines, palette]))
      words
        .selectAll<SVGTextElement, (typeof lines)[number]>('text')
        .data(lines)
        .join('text')
        .attr('x', ({ x }) => x)
        .attr('y', ({ y }) => y)
        .attr('font-size', 13)
        .attr('fill', palette.muted)
        .text(({ text }) => text);
    const area = company.slots.area;
    const partBox: Record<TieMapPart, Box> = {
      map,
      kernels: area,
      threads:
        layout.axis === 'across'
          ? { x: map.x + map.width + 8, y: map.y, width: area.x - map.x - map.width - 16, height: map.height }
          : {
              x: map.x,
              y: map.y + map.height + 8,
              width: map.width,
              height: area.y - map.y - map.height - 16,
            },
    };
    const still = scene.outlined === null ? [] : [scene.outlined === 'tiles' ? map : area];
    const lit = [...(props.part ? [partBox[props.part]] : []), ...still];
    if (isFresh('outlines', [lit, palette])) drawOutlines(outlines, lit, palette);
  }

  function drawTiles(
    picture: TieMapPicture,
    scene: LearnScene,
    { tiles, slots }: Company,
    sums: boolean,
  ): void {
    if (picture.source === 'unread') return;
    if (sums) {
      const whole = rowsOf(wholeSums(picture), picture.groups);
      const values = groupSums(picture, scene.arrived);
      canvas.tiles('sums', { ...whole, values }, slots.side, tiles);
      return;
    }
    const after = rowsOf(picture.kernels, picture.groups);
    const { kernelMix } = scene;
    if (kernelMix < 1)
      canvas.tiles('kernels before', { ...after, values: picture.previousKernels }, slots.side, tiles);
    canvas.tiles(
      'kernels',
      after,
      slots.side,
      kernelMix < 1 ? tiles.map((tile) => ({ ...tile, opacity: tile.opacity * kernelMix })) : tiles,
    );
  }

  function drawThreads(all: readonly PlacedThread[], chosen: number | null, palette: Palette): void {
    const strength = ({ route: { group }, opacity }: PlacedThread) => {
      if (group === null) return opacity * BUNDLE;
      return opacity * (chosen === null ? THREAD.any : group === chosen ? THREAD.chosen : THREAD.other);
    };
    threads
      .selectAll<SVGPathElement, PlacedThread>('path')
      .data(all)
      .join('path')
      .attr('fill', 'none')
      .attr('d', ({ route }) => routePath(route))
      .attr('stroke', ({ route: { group } }) =>
        group === null ? palette.muted : groupColor(palette, group).line,
      )
      .attr('stroke-width', ({ route: { group } }) => (group !== null && group === chosen ? 2.2 : 1.4))
      .attr('stroke-linejoin', 'round')
      .attr('stroke-linecap', 'round')
      .attr('stroke-opacity', (thread) => strength(thread).toFixed(2));
  }

  /** Around the chosen group and position, around what a stroke covers, and the chosen tile of a wall. */
  function drawContours(
    layout: TieMapLayout,
    { palette, stroke, brushed, selected, regroup }: TieMapViewProps,
    labels: readonly number[],
    chosen: number | null,
    { slots }: Company,
  ): void {
    const square = ({ x, y, width, height }: Box, by: number) =>
      `M${x - by},${y - by}h${width + 2 * by}v${height + 2 * by}h${-width - 2 * by}z`;
    const paths = [
      ...(brushed ? [{ d: contour(layout, (site) => brushed.has(site)), width: 2.4 }] : []),
      ...(!stroke && !regroup && chosen !== null
        ? [{ d: contour(layout, (site) => labels[site] === chosen), width: 1.6 }]
        : []),
      ...(selected !== null && !brushed ? [{ d: square(cellBox(layout, selected), 1), width: 2.4 }] : []),
      ...(chosen !== null && !regroup && !stroke && !slots.chips
        ? [{ d: square(slotBox(slots, chosen), 1.5), width: 2 }]
        : []),
    ];
    if (!isFresh('contours', [paths, palette])) return;
    contours
      .selectAll<SVGPathElement, (typeof paths)[number]>('path')
      .data(paths)
      .join('path')
      .attr('fill', 'none')
      .attr('stroke', palette.ink)
      .attr('stroke-width', ({ width }) => width)
      .attr('stroke-linejoin', 'round')
      .attr('stroke-linecap', 'square')
      .attr('d', ({ d }) => d);
  }

  update(first);
  return {
    update,
    dispose() {
      canvas.remove();
      svg.remove();
    },
  };
}

/** Values [rows, cells] on their own scale. */
const rowsOf = (values: Float32Array | Float64Array, rows: number): Rows => {
  const cells = values.length / rows;
  return { values, cells, extent: drawnExtent(values, cells) };
};

const sumsKnown = new WeakMap<TieMapPicture, Float64Array>();

/** The sums that are shown at the end: all of a picture's sums have one scale from the start. */
function wholeSums(picture: TieMapPicture): Float64Array {
  const sums = sumsKnown.get(picture) ?? groupSums(picture, MAP_SITES);
  sumsKnown.set(picture, sums);
  return sums;
}

/** Where the gradient of each position is on its way to the sum of its group; null where it stays. */
function flights(
  layout: TieMapLayout,
  { groupOf }: TieMapPicture,
  { threads, slots }: Company,
  scene: LearnScene,
) {
  const routeOf = new Map<number, Route>();
  for (const { route } of threads) if (route.group !== null) routeOf.set(route.group, route);
  return (site: number) => {
    const flown = scene.toSum(site);
    if (flown <= 0 || flown >= 1) return null;
    const group = groupOf[site] ?? 0;
    const { x, y, width, height } = cellBox(layout, site);
    const from = { x: x + width / 2, y: y + height / 2 };
    const tile = slotBox(slots, group);
    const route = routeOf.get(group);
    if (route) return flightAlong(from, route, tile, flown);
    const to = { x: tile.x + tile.width / 2, y: tile.y + tile.height / 2 };
    return { x: from.x + (to.x - from.x) * flown, y: from.y + (to.y - from.y) * flown };
  };
}
