// @vitest-environment node
/** Presses on the plane of points: which of them add, which remove, and which change nothing. */
import { expect, it } from 'vitest';
import {
  meaningOf,
  type Press,
  type PressSeries,
  withPress,
} from '../../../src/labs/meta-learning/points/press-series';

/** What each of these presses does. */
function meanings(presses: readonly Press[]) {
  let series: PressSeries | null = null;
  return presses.map((press) => {
    series = withPress(series, press);
    return meaningOf(series);
  });
}
const press = (on: number | null, at: number, x = 50, y = 50): Press => ({ on, at, x, y });

it('a double press on an empty place adds one point, though the second falls on the new one', () => {
  expect(meanings([press(null, 0), press(10, 150)])).toEqual(['add', null]);
  // On glass the finger comes down a little beside.
  expect(meanings([press(null, 0), press(null, 200, 66, 58)])).toEqual(['add', null]);
  expect(meanings([press(null, 0), press(10, 150), press(10, 300)])).toEqual(['add', null, null]);
});

it('a double press on a point removes it, and a third press there adds none', () => {
  expect(meanings([press(3, 0), press(3, 200), press(null, 350)])).toEqual([null, 'remove', null]);
});

it('presses that are slow, far apart or on different points are not a pair', () => {
  expect(meanings([press(3, 0), press(3, 900)])).toEqual([null, null]);
  expect(meanings([press(3, 0), press(4, 200, 60, 50)])).toEqual([null, null]);
  expect(meanings([press(null, 0), press(null, 200, 150, 50)])).toEqual(['add', 'add']);
  expect(meanings([press(null, 0), press(null, 900)])).toEqual(['add', 'add']);
});
