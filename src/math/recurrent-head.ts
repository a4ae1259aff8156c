/**
 * The head of a recurrent network: logits of every state, their softmax cross-entropy where there is a label, and
 * the gradients. Only labelled places are computed. Everything is divided by the number of labels, so the
 * loss is their mean, in nats. Sums are float64.
 */
import { type Allocate, zeros } from './allocate';
import type { RecurrentPass } from './recurrent-shape';

/** How many places of [batch, steps] carry a label. */
export function countLabels(labels: ArrayLike<number>): number {
  let count = 0;
  for (let at = 0; at < labels.length; at++) if ((labels[at] as number) >= 0) count++;
  return count;
}

/** h [steps, batch, hidden], head [1, classes, hidden+1] -> logits and state of every step [batch, steps, classes+hidden]. */
export function recurrentOutputs(
  states: Float32Array,
  head: Float32Array,
  { classes, hidden, batch, steps }: RecurrentPass,
  allocate: Allocate = zeros,
): Float32Array {
  const outputs = allocate(batch * steps * (classes + hidden));
  for (let example = 0; example < batch; example++)
    for (let step = 0; step < steps; step++) {
      const state = (step * batch + example) * hidden;
      const to = (example * steps + step) * (classes + hidden);
      for (let index = 0; index < classes; index++)
        outputs[to + index] = logitOf(states, state, head, index, hidden);
      for (let unit = 0; unit < hidden; unit++) outputs[to + classes + unit] = states[state + unit] as number;
    }
  return outputs;
}

/**
 * labels: [batch, steps], `labelled` of them not -1 -> [steps, batch, classes+1]: the gradient of the logits, then
 * the place's share of the loss.
 */
export function recurrentHead(
  states: Float32Array,
  head: Float32Array,
  labels: ArrayLike<number>,
  labelled: number,
  { classes, hidden, batch, steps }: RecurrentPass,
  allocate: Allocate = zeros,
): Float32Array {
  const out = allocate(steps * batch * (classes + 1));
  const logits = new Float64Array(classes);
  for (let step = 0; step < steps; step++)
    for (let example = 0; example < batch; example++) {
      const label = labels[example * steps + step] as number;
      if (label < 0) continue;
      const place = step * batch + example;
      let largest = Number.NEGATIVE_INFINITY;
      for (let index = 0; index < classes; index++) {
        const logit = logitOf(states, place * hidden, head, index, hidden);
        logits[index] = logit;
        largest = Math.max(largest, logit);
      }
      let sum = 0;
      for (let index = 0; index < classes; index++) sum += Math.exp((logits[index] as number) - largest);
      const to = place * (classes + 1);
      for (let index = 0; index < classes; index++) {
        const probability = Math.exp((logits[index] as number) - largest) / sum;
        out[to + index] = (probability - (index === label ? 1 : 0)) / labelled;
      }
      out[to + classes] = (Math.log(sum) + largest - (logits[label] as number)) / labelled;
    }
  return out;
}

/** h, and what `recurrentHead` gives -> gradient of the head [1, classes, hidden+1]. */
export function recurrentHeadGradient(
  states: Float32Array,
  headOut: Float32Array,
  { classes, hidden, batch, steps }: RecurrentPass,
): Float32Array {
  const sums = new Float64Array(classes * (hidden + 1));
  for (let place = 0; place < steps * batch; place++)
    for (let index = 0; index < classes; index++) {
      const gradient = headOut[place * (classes + 1) + index] as number;
      if (gradient === 0) continue;
      const row = index * (hidden + 1);
      for (let unit = 0; unit < hidden; unit++)
        sums[row + unit] =
          (sums[row + unit] as number) + gradient * (states[place * hidden + unit] as number);
      sums[row + hidden] = (sums[row + hidden] as number) + gradient;
    }
  return Float32Array.from(sums);
}

function logitOf(
  states: Float32Array,
  state: number,
  head: Float32Array,
  index: number,
  hidden: number,
): number {
  const row = index * (hidden + 1);
  let sum = head[row + hidden] as number;
  for (let unit = 0; unit < hidden; unit++)
    sum += (head[row + unit] as number) * (states[state + unit] as number);
  return sum;
}
