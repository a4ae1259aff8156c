/**
 * The loss of several tasks: the sum of their mean cross-entropies. logits: [batch, tasks, outputs], of which a task uses
 * the first so many as it has classes; labels: [batch, tasks]; classes: [tasks].
 */
import { crossEntropy, crossEntropyGradient } from './softmax-cross-entropy';

export function taskCrossEntropy(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: readonly number[],
): number {
  return classes.reduce((sum, count, task) => {
    const own = ofTask(logits, labels, classes, task);
    return sum + crossEntropy(own.logits, own.labels, count);
  }, 0);
}

/** d taskCrossEntropy / d logits, of their shape; 0 for outputs that no class of a task uses. */
export function taskCrossEntropyGradient(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: readonly number[],
): Float32Array {
  const whole = new Float32Array(logits.length);
  const outputs = outputsOf(logits, labels);
  classes.forEach((count, task) => {
    const own = ofTask(logits, labels, classes, task);
    const gradient = crossEntropyGradient(own.logits, own.labels, count);
    for (let at = 0; at < gradient.length; at++) {
      const example = Math.floor(at / count);
      whole[(example * classes.length + task) * outputs + (at % count)] = gradient[at] as number;
    }
  });
  return whole;
}

const outputsOf = (logits: ArrayLike<number>, labels: ArrayLike<number>) => logits.length / labels.length;

/** [batch, classes] and [batch] of one task. */
function ofTask(
  logits: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: readonly number[],
  task: number,
) {
  const [tasks, count, outputs] = [classes.length, classes[task] ?? 0, outputsOf(logits, labels)];
  const batch = labels.length / tasks;
  return {
    labels: Float32Array.from({ length: batch }, (_, example) => labels[example * tasks + task] as number),
    logits: Float32Array.from({ length: batch * count }, (_, at) => {
      const place = Math.floor(at / count) * tasks + task;
      return logits[place * outputs + (at % count)] as number;
    }),
  };
}
