/** The loss of several tasks: what it is of each task alone, and its gradient against finite differences. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossEntropy } from '../../src/math/softmax-cross-entropy';
import { taskCrossEntropy, taskCrossEntropyGradient } from '../../src/math/task-cross-entropy';

type Answers = {
  readonly classes: readonly number[];
  readonly outputs: number;
  /** [batch, tasks, outputs] */
  readonly logits: readonly number[];
  /** [batch, tasks] */
  readonly labels: readonly number[];
};

/** One to three tasks of two to five classes each, with outputs to spare. */
const answers: fc.Arbitrary<Answers> = fc
  .record({
    classes: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 3 }),
    spare: fc.integer({ min: 0, max: 2 }),
    batch: fc.integer({ min: 1, max: 4 }),
  })
  .chain(({ classes, spare, batch }) => {
    const outputs = Math.max(...classes) + spare;
    const size = batch * classes.length * outputs;
    return fc.record({
      classes: fc.constant(classes),
      outputs: fc.constant(outputs),
      logits: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size }),
      labels: fc.tuple(
        ...Array.from({ length: batch * classes.length }, (_, at) =>
          fc.integer({ min: 0, max: (classes[at % classes.length] ?? 1) - 1 }),
        ),
      ),
    });
  });
const holds = (law: (answers: Answers) => void) => fc.assert(fc.property(answers, law), { numRuns: 200 });

test('of one task that uses every output it is the cross-entropy', () => {
  const [logits, labels] = [
    [0.25, -1, 3, 1, 0, 0.5],
    [2, 0],
  ];
  expect(taskCrossEntropy(logits, labels, [3])).toBeCloseTo(crossEntropy(logits, labels, 3), 12);
});

test('of several it is the sum of their own, each over its own classes', () => {
  holds(({ logits, labels, classes, outputs }) => {
    const tasks = classes.length;
    const each = classes.map((count, task) => {
      const rows = labels.map((_, at) => at).filter((at) => at % tasks === task);
      const own = rows.flatMap((at) => logits.slice(at * outputs, at * outputs + count));
      return crossEntropy(
        own.map(Math.fround),
        rows.map((at) => labels[at] as number),
        count,
      );
    });
    const sum = each.reduce((total, loss) => total + loss, 0);
    expect(taskCrossEntropy(logits, labels, classes)).toBeCloseTo(sum, 9);
  });
});

test('the gradient is the slope of the loss, and nothing where a task has no class', () => {
  holds(({ logits, labels, classes, outputs }) => {
    const gradient = taskCrossEntropyGradient(logits, labels, classes);
    const small = 2 ** -8;
    for (let at = 0; at < logits.length; at++) {
      const beyond = at % outputs >= (classes[Math.floor(at / outputs) % classes.length] ?? 0);
      const moved = (by: number) => logits.map((logit, index) => (index === at ? logit + by : logit));
      const [up, down] = [moved(small), moved(-small)].map((each) => taskCrossEntropy(each, labels, classes));
      const slope = ((up ?? 0) - (down ?? 0)) / (2 * small);
      expect(gradient[at]).toBeCloseTo(slope, 3);
      if (beyond) expect(gradient[at]).toBe(0);
    }
  });
});
