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
/** Waves reach 5; a little more, so that a start's own curve can be seen around them. */
const LEAST_REACH = 6;

/** ys: of the points, which are all to be seen. */
export function planeLayout(width: number, height: number, ys: readonly number[]): PlaneLayout {
  const farthest = Math.max(0, ...ys.map(Math.abs));
  return {
    width,
    height,
    left: MARGIN.left,
    right: width - MARGIN.right,
    top: MARGIN.top,
    bottom: height - MARGIN.bottom,
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
