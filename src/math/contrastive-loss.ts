/**
 * The contrastive loss of pairs of points with margin 1 (Hadsell, Chopra and LeCun 2006, equation 4, without its
 * factor 1/2): D^2 for pairs of the same, max(0, 1 - D)^2 for others, D their Euclidean distance; the mean over the
 * pairs. points: [pairs, 2, dimensions]; labels: [pairs], 1 the same, 0 others.
 */

const MARGIN = 1;

/** [pairs] distances. */
export function pairDistances(points: ArrayLike<number>, dimensions: number): Float32Array {
  const pairs = points.length / (2 * dimensions);
  return Float32Array.from({ length: pairs }, (_, pair) => distanceAt(points, pair, dimensions));
}

export function contrastiveLoss(
  points: ArrayLike<number>,
  labels: ArrayLike<number>,
  dimensions: number,
): number {
  let total = 0;
  for (let pair = 0; pair < labels.length; pair++) {
    const distance = distanceAt(points, pair, dimensions);
    // Not Math.max, so that a distance that is no number stays none.
    const short = distance >= MARGIN ? 0 : MARGIN - distance;
    total += labels[pair] === 1 ? distance ** 2 : short ** 2;
  }
  return total / labels.length;
}

/**
 * d contrastiveLoss / d points, of their shape. Two different things on one point have no direction to part in:
 * there the gradient is 0.
 */
export function contrastiveLossGradient(
  points: ArrayLike<number>,
  labels: ArrayLike<number>,
  dimensions: number,
): Float32Array {
  const gradient = new Float32Array(points.length);
  for (let pair = 0; pair < labels.length; pair++) {
    const distance = distanceAt(points, pair, dimensions);
    const push = distance >= MARGIN || distance === 0 ? 0 : 1 - MARGIN / distance;
    const scale = (2 / labels.length) * (labels[pair] === 1 ? 1 : push);
    const first = 2 * pair * dimensions;
    for (let at = first; at < first + dimensions; at++) {
      const along = scale * ((points[at] as number) - (points[at + dimensions] as number));
      gradient[at] = along;
      gradient[at + dimensions] = -along;
    }
  }
  return gradient;
}

function distanceAt(points: ArrayLike<number>, pair: number, dimensions: number): number {
  const first = 2 * pair * dimensions;
  let sum = 0;
  for (let at = first; at < first + dimensions; at++)
    sum += ((points[at] as number) - (points[at + dimensions] as number)) ** 2;
  return Math.sqrt(sum);
}
