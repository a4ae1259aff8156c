/**
 * The threads of a Siamese card: from each picture to its tower, from the tower to its point in the plane. With one
 * tower both lead into it; a flip of the switch takes them apart with the towers.
 */
import { type SiameseLayout, towerBox } from './siamese-layout';
import { type Point, pointOnThread, type Thread, threadBetween } from './sum-threads';

const OFF = 3;
const OFF_FRAME = 7;
/** Where the two threads meet the one tower, from its middle, in parts of its side. */
const APART = 0.2;

type Tower = 0 | 1;
const sideOf = (tower: Tower) => (tower === 0 ? -1 : 1);

export function pictureThread(layout: SiameseLayout, tower: Tower, routing: number): Thread {
  const picture = layout.pictures[tower];
  const box = towerBox(layout, tower, routing);
  const shift = sideOf(tower) * APART * box.width * (1 - routing);
  if (layout.axis === 'across')
    return threadBetween(
      { x: picture.x + picture.width + OFF, y: picture.y + picture.height / 2 },
      { x: box.x - OFF_FRAME, y: box.y + box.height / 2 + shift },
      'across',
    );
  return threadBetween(
    { x: picture.x + picture.width / 2, y: picture.y + picture.height + OFF },
    { x: box.x + box.width / 2 + shift, y: box.y - OFF_FRAME },
    'down',
  );
}

export function pointThread(layout: SiameseLayout, tower: Tower, routing: number, point: Point): Thread {
  const box = towerBox(layout, tower, routing);
  const shift = sideOf(tower) * APART * box.width * (1 - routing);
  if (layout.axis === 'across')
    return threadBetween(
      { x: box.x + box.width + OFF_FRAME, y: box.y + box.height / 2 + shift },
      point,
      'across',
    );
  return threadBetween(
    { x: box.x + box.width / 2 + shift, y: box.y + box.height + OFF_FRAME },
    point,
    'down',
  );
}

/** Where something is on its way: 0 at the picture, 1 at the tower, 2 at the point. */
export function onTheWay(
  layout: SiameseLayout,
  tower: Tower,
  routing: number,
  point: Point,
  way: number,
): Point {
  return way < 1
    ? pointOnThread(pictureThread(layout, tower, routing), way)
    : pointOnThread(pointThread(layout, tower, routing, point), Math.min(1, way - 1));
}
