/** What two tasks are about: the slant of a digit, products of gradients, a network of two tasks, and what it costs. */
import { expect, test } from 'vitest';
import { networkCost } from '../../src/math/cost';
import { initialWeights } from '../../src/math/initial-weights';
import { networkLayers } from '../../src/math/network-layers';
import { taskProbabilities, tasksOnPicture } from '../../src/math/network-on-tasks';
import { randomStream } from '../../src/math/random';
import { secondAnswer } from '../../src/math/second-answer';
import { siteProducts } from '../../src/math/site-products';
import { LEANS_FROM, slantOf } from '../../src/math/slant';
import { multiTaskIds, multiTaskNetwork, PICTURE_SIDE } from '../../src/spec/multi-task-network';

const SIDE = PICTURE_SIDE;
/** A stroke from top to bottom that moves so many columns to the right for each row up. */
function stroke(slant: number): Float32Array {
  const pixels = new Float32Array(SIDE * SIDE);
  for (let row = 4; row < 24; row++) pixels[row * SIDE + Math.round(14 + slant * (13.5 - row))] = 1;
  return pixels;
}

test('a stroke has the slant that it is drawn with; what has no height has none', () => {
  for (const slant of [-0.5, 0, 0.5, 1]) expect(slantOf(stroke(slant), SIDE)).toBeCloseTo(slant, 1);
  expect(slantOf(new Float32Array(SIDE * SIDE), SIDE)).toBe(0);
  expect(slantOf(new Float32Array(SIDE * SIDE).fill(1, 5 * SIDE, 6 * SIDE), SIDE)).toBe(0);
});

test('a digit leans or not by its slant, is odd or not by its class', () => {
  const upright = () => stroke(0);
  const leaning = () => stroke(0.5);
  expect([secondAnswer('slant', 3, upright), secondAnswer('slant', 4, leaning)]).toEqual([0, 1]);
  expect([secondAnswer('odd-even', 3, upright), secondAnswer('odd-even', 4, leaning)]).toEqual([1, 0]);
  expect(LEANS_FROM).toBeGreaterThan(0);
});

test('products of gradients are their lengths and how far they agree, over all layers together', () => {
  const first = Float32Array.of(3, 4, 0, 5);
  const second = Float32Array.of(1, -2);
  expect([...siteProducts([first], 2)]).toEqual([25, 20, 25]);
  expect([...siteProducts([first, second], 2)]).toEqual([26, 18, 29]);
  expect([...siteProducts([Float32Array.of(1, 2, 3)], 3)]).toEqual([1, 2, 3, 4, 6, 9]);
});

test('one trunk has 51,484 parameters, two 102,764; outputs that are no class of a task do not count', () => {
  const of = (id: (typeof multiTaskIds)[number], units = 16) =>
    networkCost(multiTaskNetwork(id, { units, depth: 2, shrink: 0.1 }));
  expect(of('hard').parameters).toBe(51_484);
  expect(of('separate').parameters).toBe(102_764);
  // The shared part, two residuals and the heads.
  expect(of('soft').parameters).toBe(3 * 51_280 + 204);
  expect(of('hard').multiplyAdds).toBe(2 * (784 * 64 + 64 * 16) + 12 * 16);
  expect(of('separate').multiplyAdds).toBe(of('hard').multiplyAdds);
  const tiny = networkCost(multiTaskNetwork('hard', { units: 2, depth: 1, shrink: 0 }));
  expect(tiny.parameters).toBe(785 * 2 + 12 * 3);
});

test('before training both tasks of hard and of soft sharing see the same trunk, two trunks differ', () => {
  const stream = randomStream(3, 'picture');
  const pixels = Float32Array.from({ length: SIDE * SIDE }, () => stream.uniform());
  const made = multiTaskIds.map((id) => {
    const network = multiTaskNetwork(id, { units: 4, depth: 2, shrink: 0.1 });
    return tasksOnPicture(networkLayers(network), initialWeights(network, 5), pixels, [3, 1]);
  });
  const [separate, soft, hard] = made;
  if (!separate || !soft || !hard) throw new Error('not made');
  expect(soft.products).toEqual(hard.products);
  expect(soft.ledger).toEqual(hard.ledger);
  // Task A's trunk is the one that all three begin with.
  expect(separate.products[0]).toBe(hard.products[0]);
  expect(separate.products[2]).not.toBe(hard.products[2]);
  for (const { probabilities } of made) {
    expect(probabilities.map(({ length }) => length)).toEqual([10, 2]);
    for (const shares of probabilities)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  }
});

test('of the outputs of a site the first are the classes of its task', () => {
  const outputs = new Float32Array(20);
  outputs[3] = 9;
  outputs[11] = 9;
  outputs[15] = 99;
  const [digit, second] = taskProbabilities(outputs);
  expect(digit?.indexOf(Math.max(...digit))).toBe(3);
  expect(second?.[1]).toBeGreaterThan(0.99);
});
