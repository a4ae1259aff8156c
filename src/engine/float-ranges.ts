/**
 * Readings of ranges of plain tensors [any shape, row by row]: on cpu they are copied at once; on webgl one draw
 * gathers all that is wanted of a network into texels, so that a frame still costs one read.
 */
import { getBackend, type Tensor } from '@tensorflow/tfjs-core';
import { liveValues } from './cpu-backend';
import { type FloatRange, rangeFloats, texelsOf } from './kernels/gather-floats/webgl';
import { sourceName } from './kernels/gather-texels/webgl';
import { GATHER_FLOATS } from './kernels/names';
import type { Reading } from './readings';
import { runKernelForOne } from './tfjs-kernels';

export type FloatSource = { readonly tensor: Tensor; readonly range: FloatRange };

/** Some ranges and what is made of their floats, a fresh array for each. */
export type RangesReading = {
  readonly sources: readonly FloatSource[];
  readonly finish: (parts: readonly Float32Array[]) => Float32Array;
};

/** Inside a tidy, together with reading them. */
export function readingsOf(wanted: readonly RangesReading[]): Reading[] {
  return getBackend() === 'webgl' ? gathered(wanted) : wanted.map(copied);
}

function copied({ sources, finish }: RangesReading): Reading {
  const parts = sources.map(({ tensor, range: { base, run, stride, count } }) => {
    const values = liveValues(tensor);
    const part = new Float32Array(run * count);
    for (let item = 0; item < count; item++) {
      const from = base + item * stride;
      part.set(values.subarray(from, from + run), item * run);
    }
    return part;
  });
  return { from: new Float32Array(0), finish: () => finish(parts) };
}

function gathered(wanted: readonly RangesReading[]): Reading[] {
  const all = wanted.flatMap(({ sources }) => sources);
  const inputs = Object.fromEntries(all.map(({ tensor }, index) => [sourceName(index), tensor]));
  const texels = runKernelForOne(GATHER_FLOATS, inputs, { ranges: all.map(({ range }) => range) });
  let base = 0;
  return wanted.map(({ sources, finish }) => {
    const run = sources.reduce((sum, { range }) => sum + texelsOf(range), 0);
    const reading: Reading = {
      from: { texels, range: { base, run, stride: run, count: 1 } },
      finish(values) {
        let at = 0;
        const parts = sources.map(({ range }) => {
          const part = values.slice(at, at + rangeFloats(range));
          at += 4 * texelsOf(range);
          return part;
        });
        return finish(parts);
      },
    };
    base += run;
    return reading;
  });
}
