/** The least error that one curve can have on all test waves at once: that of their mean, at each x of the grid. */
import { gridXs, TEST_TASKS, testTask } from '../../../math/sine-tasks';
import { gridYs } from '../../../math/start-adaptation';
import { meanSquaredError } from '../../../math/start-network';

const known = new Map<number, number>();

/** Mean squared error, over the test waves of this seed. */
export function leastBefore(seed: number): number {
  const before = known.get(seed);
  if (before !== undefined) return before;
  const waves = Array.from({ length: TEST_TASKS }, (_, index) => gridYs(testTask(seed, index, 0)));
  const mean = gridXs.map((_, at) => waves.reduce((sum, wave) => sum + (wave[at] ?? 0), 0) / waves.length);
  const least = waves.reduce((sum, wave) => sum + meanSquaredError(mean, wave), 0) / waves.length;
  known.set(seed, least);
  return least;
}
