/**
 * The threads from the regions of a tie map to the tiles of their groups. They leave the map at its edge, run in the
 * free lanes between the tiles and end at the tile's chip, so that none lies on text or on weights. Where there are too
 * many to follow, those of a row of the map that lead to the same row of tiles are one.
 */
import { type MapRegion, mapRegions } from '../math/map-regions';
import { MAP_SIDE } from '../spec/tie-map';
import type { Box } from './learn-layout';
import { type Point, pointOnThread, type Thread, threadBetween, threadPath } from './sum-threads';
import { cellBox, chipBox, LANE, type Slots, slotBox, type TieMapLayout } from './tie-map-layout';

export type Route = {
  /** Null: it stands for several groups. */
  readonly group: number | null;
  /** In the map. */
  readonly start: Point;
  /** From the map's edge to the tile's lane. */
  readonly curve: Thread;
  readonly corner: Point;
  readonly end: Point;
};

const MOST_ROUTES = 40;
const OFF_MAP = 3;
const OFF_TILES = 10;
/** Between threads that leave at the same row, and between lanes of one row of tiles. */
const APART = 3;
const LANES_APART = 1.5;

const known = new WeakMap<readonly number[], readonly MapRegion[]>();

/** The regions of these labels, worked out once: asked for on every frame. */
export function regionsOf(labels: readonly number[]): readonly MapRegion[] {
  const regions = known.get(labels) ?? mapRegions(labels);
  known.set(labels, regions);
  return regions;
}

/** The line of the map, a row or on narrow cards a column, that a position lies on. */
const lineAt = (site: number, axis: TieMapLayout['axis']) =>
  axis === 'across' ? Math.floor(site / MAP_SIDE) : site % MAP_SIDE;

/**
 * The line that a region's thread leaves on: of its own, the one whose middle is nearest to `goal`, CSS pixels; not that
 * of its number, if there is another.
 */
function lineOf({ sites }: MapRegion, { axis, map, pitch }: TieMapLayout, goal: number): number {
  const first = axis === 'across' ? map.y : map.x;
  const away = (line: number) => Math.abs(first + (line + 0.5) * pitch - goal);
  const [numbered = 0, ...others] = new Set(sites.map((site) => lineAt(site, axis)));
  return others.reduce((one, other) => (away(other) < away(one) ? other : one), others[0] ?? numbered);
}

/** Where in the region the thread begins: its cell on that line nearest to the tiles. */
function anchorOf(region: MapRegion, line: number, axis: TieMapLayout['axis']): number {
  const onLine = region.sites.filter((site) => lineAt(site, axis) === line);
  return Math.max(...onLine);
}

/** The threads of a map to the tiles of its groups; `boxOf` where the tile of a group is now. */
export function tieMapRoutes(
  layout: TieMapLayout,
  slots: Slots,
  labels: readonly number[],
  boxOf: (group: number) => Box = (group) => slotBox(slots, group),
): readonly Route[] {
  const regions = regionsOf(labels);
  if (!slots.chips || regions.length > MOST_ROUTES) return bundles(layout, slots, regions);
  // At rest, so that a thread keeps its place on the map while its tile moves.
  const goalOf = ({ x, y }: Box) => (layout.axis === 'across' ? y : x);
  const placed = regions.map((region) => ({
    region,
    line: lineOf(region, layout, goalOf(slotBox(slots, region.group))),
  }));
  return placed.map(({ region, line }) => {
    const same = placed.filter((other) => other.line === line);
    const rank = same.findIndex((other) => other.region === region) - (same.length - 1) / 2;
    const beside = Math.max(-layout.pitch / 2, Math.min(layout.pitch / 2, rank * APART));
    const start = centreOf(cellBox(layout, anchorOf(region, line, layout.axis)));
    const column = region.group % slots.columns;
    return route(layout, slots, region.group, shifted(start, beside, layout), boxOf(region.group), column);
  });
}

const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

const shifted = ({ x, y }: Point, by: number, { axis }: TieMapLayout): Point =>
  axis === 'across' ? { x, y: y + by } : { x: x + by, y };

function route(
  layout: TieMapLayout,
  slots: Slots,
  group: number,
  start: Point,
  tile: Box,
  column: number,
): Route {
  const { map } = layout;
  const chip = chipBox(tile);
  if (layout.axis === 'across') {
    const lane = chip.y - LANE - column * LANES_APART;
    const edge = { x: map.x + map.width + OFF_MAP, y: start.y };
    const corner = { x: chip.x + chip.width / 2, y: lane };
    const curve = threadBetween(edge, { x: slots.area.x - OFF_TILES / 2, y: lane }, 'across');
    return { group, start, curve, corner, end: { x: corner.x, y: chip.y } };
  }
  const row = Math.floor(group / slots.columns);
  const lane = chip.x - LANE - row * LANES_APART;
  const edge = { x: start.x, y: map.y + map.height + OFF_MAP };
  const corner = { x: lane, y: chip.y + chip.height / 2 };
  const curve = threadBetween(edge, { x: lane, y: slots.area.y - OFF_TILES / 2 }, 'down');
  return { group, start, curve, corner, end: { x: chip.x, y: corner.y } };
}

/** One thread for all groups of a line of the map that end in one line of tiles. */
function bundles(layout: TieMapLayout, slots: Slots, regions: readonly MapRegion[]): readonly Route[] {
  const { axis, map, pitch } = layout;
  const across = axis === 'across';
  const made = new Map<string, { readonly line: number; readonly tiles: number; group: number | null }>();
  for (const region of regions) {
    const { group } = region;
    const box = slotBox(slots, group);
    const line = lineOf(region, layout, across ? box.y : box.x);
    const tiles = across ? Math.floor(group / slots.columns) : group % slots.columns;
    const before = made.get(`${line} ${tiles}`);
    if (before && before.group !== group) before.group = null;
    else made.set(`${line} ${tiles}`, { line, tiles, group });
  }
  return [...made.values()].map(({ line, tiles, group }) => {
    const along = line * pitch + pitch / 2;
    const tile = slotBox(slots, across ? tiles * slots.columns : tiles);
    const edge = across
      ? { x: map.x + map.width + OFF_MAP, y: map.y + along }
      : { x: map.x + along, y: map.y + map.height + OFF_MAP };
    const end = across
      ? { x: slots.area.x - OFF_MAP, y: tile.y + tile.height / 2 }
      : { x: tile.x + tile.width / 2, y: slots.area.y - OFF_MAP };
    return { group, start: edge, curve: threadBetween(edge, end, axis), corner: end, end };
  });
}

/** As an SVG path, from the map on. */
export function routePath({ start, curve, corner, end }: Route): string {
  const text = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
  return `M${text(start)}L${threadPath(curve).slice(1)}L${text(corner)}L${text(end)}`;
}

const distance = (one: Point, other: Point) => Math.hypot(other.x - one.x, other.y - one.y);
const between = (one: Point, other: Point, part: number): Point => ({
  x: one.x + (other.x - one.x) * part,
  y: one.y + (other.y - one.y) * part,
});

/**
 * Where a tile is on its way, `part` 0 to 1: from its cell to the map's edge, along the thread, and into the middle of
 * its group's tile. The curve counts as long as its chord.
 */
export function flightAlong(from: Point, { curve, corner }: Route, tile: Box, part: number): Point {
  const to = centreOf(tile);
  const [edge, , , lane] = curve;
  const lengths = [
    distance(from, edge),
    distance(edge, lane),
    distance(lane, corner),
    distance(corner, to),
  ] as const;
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1;
  let left = part * whole;
  if (left <= lengths[0]) return between(from, edge, lengths[0] ? left / lengths[0] : 1);
  left -= lengths[0];
  if (left <= lengths[1]) return pointOnThread(curve, lengths[1] ? left / lengths[1] : 1);
  left -= lengths[1];
  if (left <= lengths[2]) return between(lane, corner, lengths[2] ? left / lengths[2] : 1);
  return between(corner, to, lengths[3] ? Math.min(1, (left - lengths[2]) / lengths[3]) : 1);
}
