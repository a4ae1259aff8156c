/**
 * Copies ranges of several plain tensors into one flat texture of texels, each range from a whole texel on, so that
 * a watcher's one read (see readings) reaches plain tensors too: source0, source1, ... -> texels. With
 * tfjs-kernels.ts, webgl-texels.ts and cpu-backend.ts this touches the less documented parts of TensorFlow.js 4.22:
 * plain textures in, packed texels out, which neither of the two offers.
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { registerKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { named, seenAs } from '../../tfjs-kernels';
import { FLAT_COLUMNS, flatRows } from '../../webgl-texels';
import { sourceName } from '../gather-texels/webgl';
import { GATHER_FLOATS } from '../names';

/** `count` runs of `run` floats, the first at `base`, one every `stride` floats. */
export type FloatRange = {
  readonly base: number;
  readonly run: number;
  readonly stride: number;
  readonly count: number;
};

export type GatherFloatsAttributes = { readonly ranges: readonly FloatRange[] };
export const rangeFloats = ({ run, count }: FloatRange) => run * count;
/** Texels that a range takes up, the last one perhaps not full. */
export const texelsOf = (range: FloatRange) => Math.ceil(rangeFloats(range) / 4);

const DENSE = 0;

export function registerGatherFloats(): void {
  registerKernel({
    kernelName: GATHER_FLOATS,
    backendName: 'webgl',
    kernelFunc({ inputs, attrs, backend }) {
      const webgl = backend as MathBackendWebGL;
      const { ranges } = attrs as unknown as GatherFloatsAttributes;
      const input = named(inputs as Record<string, TensorInfo>, GATHER_FLOATS);
      const sources = ranges.map((_, index) => flat(input(sourceName(index))));
      const texels = ranges.reduce((sum, range) => sum + texelsOf(range), 0);
      const [rows, columns] = [flatRows(texels), FLAT_COLUMNS];
      const program = {
        variableNames: ranges.map((_, index) => `Source${index}`),
        outputShape: [rows, columns, 2, 2],
        userCode: shader(ranges),
        packedOutput: true,
        outPackingScheme: DENSE,
        customUniforms: ranges.map((_, index) => ({ name: `base${index}`, type: 'int' as const })),
      };
      const bases = ranges.map(({ base }) => [base]);
      return webgl.runWebGLProgram(program, sources, 'float32', bases, true, [rows, columns]);
    },
  });
}

const flat = (tensor: TensorInfo) =>
  seenAs(tensor, [tensor.shape.reduce((product, size) => product * size, 1)]);

function shader(ranges: readonly FloatRange[]): string {
  let end = 0;
  const branches = ranges.map((range, index) => {
    const start = 4 * end;
    end += texelsOf(range);
    return `if (at < ${4 * end}) {
        int inRange = at - ${start};
        if (inRange >= ${rangeFloats(range)}) return 0.0;
        int item = inRange / ${range.run};
        return getSource${index}(base${index} + item * ${range.stride} + inRange - item * ${range.run});
      }`;
  });
  return `
    float gathered(int at) {
      ${branches.join('\n')}
      return 0.0;
    }
    void main() {
      int at = 4 * (int(gl_FragCoord.y) * ${FLAT_COLUMNS} + int(gl_FragCoord.x));
      setOutput(vec4(gathered(at), gathered(at + 1), gathered(at + 2), gathered(at + 3)));
    }`;
}
