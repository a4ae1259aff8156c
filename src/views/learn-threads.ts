/** The threads of a Learn card by its layout: one for each row of the map (each column on narrow cards). */
import { type LearnLayout, TILES } from './learn-layout';
import { type Point, type Thread, threadBetween } from './sum-threads';

const OFF_MAP = 5;
const OFF_FRAME = 6;

/** Thread on which the tile of `site` leaves: into the sum at routing 0, to its own row of the wall at 1. */
export function mapThread(layout: LearnLayout, site: number, routing: number): Thread {
  const line = layout.axis === 'across' ? Math.floor(site / TILES) : site % TILES;
  return lineThread(layout, line, routing);
}

export function lineThread(layout: LearnLayout, line: number, routing: number): Thread {
  const { map, sum, wall, pitch } = layout;
  const middle = line * pitch.shared + pitch.shared / 2;
  if (layout.axis === 'down') {
    const from: Point = { x: map.shared.x + middle, y: map.shared.y + map.shared.height + 3 };
    return threadBetween(from, { x: sum.x + sum.width / 2, y: sum.y - 4 }, 'down');
  }
  const from: Point = { x: map.shared.x + map.shared.width + OFF_MAP, y: map.shared.y + middle };
  const inSum: Point = { x: sum.x - OFF_FRAME, y: sum.y + sum.height / 2 };
  const onWall: Point = { x: wall.x - OFF_MAP, y: wall.y + middle };
  const to = {
    x: inSum.x + (onWall.x - inSum.x) * routing,
    y: inSum.y + (onWall.y - inSum.y) * routing,
  };
  return threadBetween(from, to, 'across');
}

/** Every thread of the card, from the first row or column to the last. */
export const allThreads = (layout: LearnLayout, routing: number): readonly Thread[] =>
  Array.from({ length: TILES }, (_, line) => lineThread(layout, line, routing));
