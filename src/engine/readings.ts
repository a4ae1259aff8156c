/**
 * Numbers that a frame wants, wherever they are: arrays are there at once; ranges of textures are gathered, those
 * of all networks together, and read back with one read.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { rangeTexels, sourceName, type TexelRange } from './kernels/gather-texels/webgl';
import { GATHER_TEXELS } from './kernels/names';
import { runKernelForOne } from './tfjs-kernels';
import { readTexels } from './webgl-texels';

export type Reading = {
  readonly from: Float32Array | { readonly texels: Tensor; readonly range: TexelRange };
  /** Puts the floats that were read in order. */
  readonly finish: (values: Float32Array) => Float32Array;
};

/** The finished numbers of each reading, in order. Inside a tidy. */
export function readTogether(readings: readonly Reading[]): Float32Array[] {
  const onGpu = readings.flatMap(({ from }) => (from instanceof Float32Array ? [] : [from]));
  const gathered =
    onGpu.length > 0
      ? readTexels(
          runKernelForOne(
            GATHER_TEXELS,
            Object.fromEntries(onGpu.map(({ texels }, index) => [sourceName(index), texels])),
            { ranges: onGpu.map(({ range }) => range) },
          ),
        )
      : new Float32Array(0);
  let at = 0;
  return readings.map(({ from, finish }) => {
    if (from instanceof Float32Array) return finish(from);
    const start = at;
    at += 4 * rangeTexels(from.range);
    return finish(gathered.subarray(start, at));
  });
}
