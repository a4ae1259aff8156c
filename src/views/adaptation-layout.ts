/** The plane of waves as geometry: x from -5 to 5, y as far as points and waves reach, in a box of CSS pixels. */
import { REACH } from '../math/sine-tasks';

export type PlaneLayout = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** y at the upper edge, -y at the lower one. */
  readonly reach: number;
};

const MARGIN = { left: 26, right: 8, top: 8, bottom: 20 };
/** Of a plane without numbers at its axes. */
const BARE = { left: 1, right: 1, top: 1, bottom: 1 };
/** Waves reach 5; a little more, so that a start's own curve can be seen around them. */
const LEAST_REACH = 6;

/** ys: of the points, which are all to be seen. */
export function planeLayout(width: number, height: number, ys: readonly number[], bare = false): PlaneLayout {
  const margin = bare ? BARE : MARGIN;
  const farthest = Math.max(0, ...ys.map(Math.abs));
  return {
    width,
    height,
    left: margin.left,
    right: width - margin.right,
    top: margin.top,
    bottom: height - margin.bottom,
    reach: farthest > LEAST_REACH - 0.5 ? Math.ceil(farthest + 0.5) : LEAST_REACH,
  };
}

export const toPlane = ({ left, right, top, bottom, reach }: PlaneLayout, x: number, y: number) => ({
  x: left + ((x + REACH) / (2 * REACH)) * (right - left),
  y: top + ((reach - y) / (2 * reach)) * (bottom - top),
});

/** What lies at this place of the box. */
export const fromPlane = ({ left, right, top, bottom, reach }: PlaneLayout, x: number, y: number) => ({
  x: ((x - left) / (right - left)) * 2 * REACH - REACH,
  y: reach - ((y - top) / (bottom - top)) * 2 * reach,
});
