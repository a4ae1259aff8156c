/**
 * The embedding plane as geometry: which part of it is shown, where its points lie in a box, and where the small
 * faces stand, each near its own points and clear of the others. Both axes have one scale: distances are distances.
 */
import type { Box } from './learn-layout';
import type { Point } from './sum-threads';

export type PlaneScale = {
  readonly toBox: (x: number, y: number) => Point;
  /** CSS pixels to one unit of distance. */
  readonly unit: number;
};

/** Room between the outermost points and the edge. */
const MARGIN = 24;
/** The span shown is one of a row of sizes this factor apart, so that it stands still while points move a little. */
const STEP = 2 ** 0.25;
/** Nor does its middle move by less than this, px. */
const GRID = 16;

/** points: [n, 2]. Those that are no numbers do not count. */
export function planeScale(points: ArrayLike<number>, box: Box): PlaneScale {
  const lows = [Infinity, Infinity];
  const highs = [-Infinity, -Infinity];
  for (let at = 0; at < points.length; at++) {
    const value = points[at] as number;
    if (!Number.isFinite(value)) continue;
    lows[at % 2] = Math.min(lows[at % 2] as number, value);
    highs[at % 2] = Math.max(highs[at % 2] as number, value);
  }
  const spans = [0, 1].map((axis) => Math.max(0, (highs[axis] as number) - (lows[axis] as number)));
  const room = [box.width - 2 * MARGIN, box.height - 2 * MARGIN] as const;
  const needed = Math.max((spans[0] as number) / room[0], (spans[1] as number) / room[1], 1e-6);
  const perPixel = STEP ** Math.ceil(Math.log(needed * 1.02) / Math.log(STEP));
  const grid = perPixel * GRID;
  const middle = [0, 1].map((axis) => {
    const center = ((lows[axis] as number) + (highs[axis] as number)) / 2;
    if (!Number.isFinite(center)) return 0;
    // At most half a grid line off, which the margin has room for.
    return Math.round(center / grid) * grid;
  });
  return {
    unit: 1 / perPixel,
    toBox: (x, y) => ({
      x: box.x + box.width / 2 + (x - (middle[0] as number)) / perPixel,
      y: box.y + box.height / 2 - (y - (middle[1] as number)) / perPixel,
    }),
  };
}

/** What a face may not stand on. */
type Obstacle = Point & { readonly reach: number };

const DIRECTIONS = 16;
const RINGS = [1.1, 1.5, 2, 2.6, 3.3, 4.2, 5.2];

/**
 * Centres for a face of this side for each person. groups: the points of each person, in box coordinates. A place
 * costs the more the farther it is from its person's points, the more points and faces it covers.
 */
export function facePlaces(groups: readonly (readonly Point[])[], side: number, box: Box): readonly Point[] {
  const obstacles: Obstacle[] = groups.flat().map((point) => ({ ...point, reach: 4 }));
  const half = side / 2;
  const places: Point[] = [];
  for (const group of groups) {
    const center = middleOf(group);
    let best: { readonly place: Point; readonly cost: number } | null = null;
    for (const ring of RINGS)
      for (let direction = 0; direction < DIRECTIONS; direction++) {
        const angle = (direction / DIRECTIONS) * 2 * Math.PI;
        const reach = half * 1.35 * ring;
        const place = {
          x: inside(center.x + Math.cos(angle) * reach, box.x + half + 2, box.x + box.width - half - 2),
          y: inside(center.y + Math.sin(angle) * reach, box.y + half + 2, box.y + box.height - half - 2),
        };
        const far = Math.hypot(place.x - center.x, place.y - center.y) / side;
        const covered = obstacles.reduce((sum, obstacle) => sum + overlap(place, half, obstacle), 0);
        const cost = 0.5 * far + 3 * covered;
        if (!best || cost < best.cost - 1e-9) best = { place, cost };
      }
    const { place } = best ?? { place: center };
    places.push(place);
    obstacles.push({ ...place, reach: half + 1 });
  }
  return places;
}

const inside = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** 0 where they are apart, 1 where one lies on the other's middle; faces count for more than points. */
function overlap(place: Point, half: number, { x, y, reach }: Obstacle): number {
  const apart = Math.max(Math.abs(place.x - x), Math.abs(place.y - y));
  const touching = half + reach;
  return apart >= touching ? 0 : (1 - apart / touching) * (reach > 5 ? 4 : 1);
}

export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / Math.max(1, points.length), y: sum.y / Math.max(1, points.length) };
}
