/** Networks whose right numbers are known, in place of trained ones. */
import { expect } from 'vitest';
import type { TrainedNetwork } from '../../src/engine/trained-network';

/** A network that is a rule: from one input to its outputs. */
export function ruleOfThumb(
  outputSize: number,
  rule: (input: Float32Array) => ArrayLike<number>,
  version = () => 0,
) {
  const network: Pick<TrainedNetwork, 'outputSize' | 'outputs' | 'version'> = {
    outputSize,
    version,
    outputs(inputs, count) {
      const size = inputs.length / count;
      const outputs = new Float32Array(count * outputSize);
      for (let at = 0; at < count; at++) {
        const output = rule(inputs.subarray(at * size, (at + 1) * size));
        expect(output.length).toBe(outputSize);
        outputs.set(Array.from(output), at * outputSize);
      }
      return outputs;
    },
  };
  return network as TrainedNetwork;
}
