/**
 * The threads of act Learn and what travels on them. Shared: one thread from each row (or column) of the map
 * into the one sum. Independent: each row runs straight on to its own row of the wall. `routing` goes from
 * 0 (fan-in) to 1 (one to one); a tile that flies to the sum takes the path of its thread.
 */
export type Point = { readonly x: number; readonly y: number };
/** A cubic curve: start, two controls, end. */
export type Thread = readonly [Point, Point, Point, Point];

const mix = (from: number, to: number, part: number) => from + (to - from) * part;
const between = (from: Point, to: Point, part: number): Point => ({
  x: mix(from.x, to.x, part),
  y: mix(from.y, to.y, part),
});

/** A thread that leaves and arrives along the same axis. */
export function threadBetween(from: Point, to: Point, axis: 'across' | 'down'): Thread {
  const middle = between(from, to, 0.5);
  return axis === 'across'
    ? [from, { x: middle.x, y: from.y }, { x: middle.x, y: to.y }, to]
    : [from, { x: from.x, y: middle.y }, { x: to.x, y: middle.y }, to];
}

export function threadPath(thread: Thread): string {
  const [a, b, c, d] = thread.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`);
  return `M${a}C${b} ${c} ${d}`;
}

export function pointOnThread([a, b, c, d]: Thread, part: number): Point {
  const ab = between(a, b, part);
  const bc = between(b, c, part);
  const cd = between(c, d, part);
  return between(between(ab, bc, part), between(bc, cd, part), part);
}

/** Part of the sum phase that all departures take; a flight takes the rest. */
const DEPARTURES = 0.62;
const eased = (part: number) => (part < 0.5 ? 2 * part * part : 1 - 2 * (1 - part) * (1 - part));

/** How far tile `site` has flown at `progress` of the sum phase: 0 before it leaves, 1 when it has arrived. */
export function flightOf(site: number, sites: number, progress: number): number {
  const leaves = sites > 1 ? (site / (sites - 1)) * DEPARTURES : 0;
  const flown = Math.max(0, Math.min(1, (progress - leaves) / (1 - DEPARTURES)));
  return eased(flown);
}

/** Tiles that have arrived; they arrive in the order of their sites, so these are the first so many. */
export function arrivedTiles(sites: number, progress: number): number {
  if (progress >= 1) return sites;
  let arrived = 0;
  while (arrived < sites && flightOf(arrived, sites, progress) >= 1) arrived++;
  return arrived;
}

/** Where a tile is on its way: straight to the edge of the map, then along its row's thread to the sum. */
export function flightPoint(from: Point, thread: Thread, part: number): Point {
  const toEdge = Math.hypot(thread[0].x - from.x, thread[0].y - from.y);
  const along = Math.hypot(thread[3].x - thread[0].x, thread[3].y - thread[0].y) || 1;
  const edge = toEdge / (toEdge + along);
  return part < edge
    ? between(from, thread[0], part / edge)
    : pointOnThread(thread, (part - edge) / (1 - edge));
}
