/** The class that a network says: that of its largest probability. */

/** Index of the largest; the first of equals. */
export function mostProbable(probabilities: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < probabilities.length; index++)
    if ((probabilities[index] ?? 0) > (probabilities[best] ?? 0)) best = index;
  return best;
}
