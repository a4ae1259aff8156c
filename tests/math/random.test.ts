/** Streams are a function of seed and names, and are as random as an experiment needs. */
import { expect, test } from 'vitest';
import { checksum } from '../../src/math/checksum';
import { initialWeights } from '../../src/math/initial-weights';
import { randomStream } from '../../src/math/random';
import { flagshipNetwork } from '../../src/spec/flagship-network';

test('a stream depends on its seed and its names only', () => {
  const first = randomStream(1, 'batch', 7);
  const drawn = [first.uniform(), first.uniform()];
  randomStream(1, 'batch', 8).uniform();
  const again = randomStream(1, 'batch', 7);
  expect([again.uniform(), again.uniform()]).toEqual(drawn);
  expect(randomStream(2, 'batch', 7).uniform()).not.toBe(drawn[0]);
  expect(randomStream(1, 'batch', '7').uniform()).not.toBe(drawn[0]);
});

test('uniforms and normals have the moments they claim', () => {
  const stream = randomStream(3, 'moments');
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const uniforms = Array.from({ length: 20_000 }, () => stream.uniform());
  const normals = Array.from({ length: 20_000 }, () => stream.normal());
  expect(Math.abs(mean(uniforms) - 0.5)).toBeLessThan(0.01);
  expect(Math.abs(mean(normals))).toBeLessThan(0.03);
  expect(Math.abs(mean(normals.map((value) => value * value)) - 1)).toBeLessThan(0.05);
});

test('initial weights are normal with variance 2 / fan-in, biases 0', () => {
  for (const [layer, taps] of [25, 200, 16].entries()) {
    const weights = initialWeights(flagshipNetwork('independent'), 4)[layer] ?? new Float32Array();
    const biases = weights.filter((_, at) => at % (taps + 1) === taps);
    expect(biases.every((bias) => bias === 0)).toBe(true);
    const square =
      weights.reduce((sum, weight) => sum + weight * weight, 0) / (weights.length - biases.length);
    // The dense layer has only 160 weights to estimate it from.
    expect(Math.abs((square * taps) / 2 - 1)).toBeLessThan(taps === 16 ? 0.4 : 0.03);
  }
});

test('streams with neighbouring names are not correlated', () => {
  const firsts = Array.from({ length: 4000 }, (_, step) => randomStream(1, 'batch', step).uniform() - 0.5);
  const product = firsts.reduce((sum, value, step) => sum + value * (firsts[step + 1] ?? 0), 0);
  expect(Math.abs(product / 4000 / (1 / 12))).toBeLessThan(0.06);
});

test('one seed gives the shared kernel, the first independent kernel and all copies the same start', () => {
  const [shared] = initialWeights(flagshipNetwork('shared'), 5);
  const [own] = initialWeights(flagshipNetwork('independent'), 5);
  const [copies] = initialWeights(flagshipNetwork('independent', 'copies'), 5);
  expect(own?.subarray(0, 208)).toEqual(shared);
  expect(own?.subarray(208, 416)).not.toEqual(shared);
  expect(copies?.subarray(195 * 208)).toEqual(shared);
  const heads = [flagshipNetwork('shared'), flagshipNetwork('independent')].map(
    (network) => initialWeights(network, 5)[2],
  );
  expect(heads[0]).toEqual(heads[1]);
});

test('a checksum is FNV-1a of the bytes', () => {
  expect(checksum(new Float32Array([0]))).toBe('4b95f515');
  expect(checksum(new Float32Array([1]), new Float32Array([2]))).toBe(checksum(new Float32Array([1, 2])));
});
