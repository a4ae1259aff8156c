/** The points on the stage: the learner's own, or those of a wave drawn from the seed. */
import { shownTask, type Wave } from '../../../math/sine-tasks';
import type { MetaLearningState } from '../parameters';
import type { PointList } from './edit-points';

export type ShownPoints = {
  /** x and y of each in turn. */
  readonly list: PointList;
  /** The same as the networks take them. */
  readonly input: Float32Array;
  /** What they are points of; null: the learner has put them somewhere. */
  readonly wave: Wave | null;
};

type Chosen = Pick<MetaLearningState, 'seed' | 'wave' | 'examples' | 'points'>;

let known: { readonly name: string; readonly shown: ShownPoints } | null = null;

/** The same object as long as the points are the same. */
export function shownPoints({ seed, wave, examples, points }: Chosen): ShownPoints {
  const name = JSON.stringify([seed, wave, examples, points]);
  if (known?.name === name) return known.shown;
  const shown = points.length > 0 ? own(points) : drawn(seed, wave, examples);
  known = { name, shown };
  return shown;
}

const own = (list: PointList): ShownPoints => ({ list, input: Float32Array.from(list), wave: null });

function drawn(seed: number, number: number, count: number): ShownPoints {
  const { xs, ys, wave } = shownTask(seed, number, count);
  const list = Array.from({ length: count }, (_, at) => [xs[at] ?? 0, ys[at] ?? 0]).flat();
  return { list, input: Float32Array.from(list), wave };
}
