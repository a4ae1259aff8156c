/** How large the residuals of the grouped network are against the kernels they belong to, step by step. */
import type { ExperimentState } from '../../../store/experiment-state';
import type { WatchedLayers } from '../../../store/recorded-frames';
import type { CurvePoint } from '../../../views/learning-curves';

type Watched = NonNullable<WatchedLayers['grouped']>;

const known = new WeakMap<Watched, number>();

const sumOfSquares = (values: Float32Array) => values.reduce((sum, value) => sum + value * value, 0);

/** Root mean square of the residuals over that of the whole kernels, of the watched filter; null where there are none. */
export function residualShare(watched: Watched | undefined): number | null {
  if (!watched?.residuals) return null;
  const before = known.get(watched);
  if (before !== undefined) return before;
  const whole = sumOfSquares(watched.kernels);
  const share = whole > 0 ? Math.sqrt(sumOfSquares(watched.residuals) / whole) : 0;
  known.set(watched, share);
  return share;
}

/** The shares of all recorded steps, oldest first. */
export function residualCurve({ frames }: Pick<ExperimentState, 'frames'>): readonly CurvePoint[] {
  return frames.flatMap(({ step, networks }) => {
    const share = residualShare(networks.grouped);
    return share === null ? [] : [{ step, value: share }];
  });
}
