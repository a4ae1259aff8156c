/** The points of a `predict` message: `{points: [[x, y], ...]}`, 1 to 50 of them, x from -5 to 5, y from -10 to 10. */
import { MOST_POINTS } from '../../spec/start-network';
import { REACH_X, REACH_Y } from './points/edit-points';

type ReadPoints = { readonly input: Float32Array } | { readonly problem: string };

const within = (value: unknown, reach: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= reach;

/** Anything may come. */
export function readPrediction({ points }: Readonly<Record<string, unknown>>): ReadPoints {
  if (!Array.isArray(points) || points.length < 1 || points.length > MOST_POINTS)
    return { problem: `points must be a list of 1 to ${MOST_POINTS} points.` };
  const input = new Float32Array(2 * points.length);
  for (const [at, point] of points.entries()) {
    const [x, y]: readonly unknown[] = Array.isArray(point) && point.length === 2 ? point : [];
    if (!within(x, REACH_X) || !within(y, REACH_Y))
      return {
        problem: `points[${at}] must be [x, y], x from -${REACH_X} to ${REACH_X}, y from -${REACH_Y} to ${REACH_Y}.`,
      };
    input.set([x, y], 2 * at);
  }
  return { input };
}
