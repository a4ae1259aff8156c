/**
 * Softmax over classes and the mean cross-entropy against one right class per example, with its gradient.
 * Computed from the logits less their maximum, in float64, so that no finite logit overflows.
 */

/** logits: [batch, classes] -> probabilities of the same shape. */
export function softmax(logits: ArrayLike<number>, classes: number): Float32Array {
  const probabilities = new Float32Array(logits.length);
  for (let from = 0; from < logits.length; from += classes) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let index = from; index < from + classes; index++)
      largest = Math.max(largest, logits[index] as number);
    let sum = 0;
    for (let index = from; index < from + classes; index++)
      sum += Math.exp((logits[index] as number) - largest);
    for (let index = from; index < from + classes; index++)
      probabilities[index] = Math.exp((logits[index] as number) - largest) / sum;
  }
  return probabilities;
}

/** Mean over the batch of -log p(right class), in nats. logits: [batch, classes]; labels: [batch]. */
export function crossEntropy(logits: ArrayLike<number>, labels: ArrayLike<number>, classes: number): number {
  let total = 0;
  for (let example = 0; example < labels.length; example++) {
    const from = example * classes;
    let largest = Number.NEGATIVE_INFINITY;
    for (let index = from; index < from + classes; index++)
      largest = Math.max(largest, logits[index] as number);
    let sum = 0;
    for (let index = from; index < from + classes; index++)
      sum += Math.exp((logits[index] as number) - largest);
    total += Math.log(sum) + largest - (logits[from + (labels[example] as number)] as number);
  }
  return total / labels.length;
}

/** d crossEntropy / d logits = (p - onehot) / batch. [batch, classes] */
export function crossEntropyGradient(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): Float32Array {
  const gradient = softmax(logits, classes);
  for (let example = 0; example < labels.length; example++) {
    const right = example * classes + (labels[example] as number);
    gradient[right] = (gradient[right] as number) - 1;
  }
  for (let index = 0; index < gradient.length; index++)
    gradient[index] = (gradient[index] as number) / labels.length;
  return gradient;
}
