/**
 * With webgl-texels.ts and cpu-backend.ts the one place that touches the less documented parts of TensorFlow.js
 * 4.22: how a kernel of ours is registered, how a cpu kernel reads its inputs and hands over its outputs, how a
 * webgl kernel runs a fragment shader. Everything else deals in tensors, Float32Arrays and shader text.
 */

import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import {
  engine,
  type GradFunc,
  type NamedAttrMap,
  registerGradient,
  registerKernel,
  type Tensor,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { Allocate } from '../math/allocate';
import { cpuArrays } from './cpu-backend';

/** One input of a cpu kernel. */
export type CpuInput = { readonly shape: readonly number[]; readonly values: Float32Array };
export type CpuOutput = { readonly shape: readonly number[]; readonly values: Float32Array };
/** By name; asking for an input that was not given is a mistake in the caller and throws. */
export type Named<Value> = (name: string) => Value;

export function named<Value>(
  inputs: Readonly<Record<string, Value | undefined>>,
  kernel: string,
): Named<Value> {
  return (name) => {
    const input = inputs[name];
    if (input === undefined) throw new Error(`${kernel} lacks its input ${name}.`);
    return input;
  };
}

/**
 * Registers a kernel on the cpu backend that computes its outputs from plain arrays. It may allocate outputs,
 * zeros, that are used again once their tensors are freed; nothing else may keep such an array.
 */
export function defineCpuKernel<Attributes>(
  kernelName: string,
  compute: (input: Named<CpuInput>, attributes: Attributes, allocate: Allocate) => readonly CpuOutput[],
): void {
  registerKernel({
    kernelName,
    backendName: 'cpu',
    kernelFunc({ inputs, attrs, backend }) {
      const cpu = backend as MathBackendCPU;
      const tensorOf = named(inputs as Record<string, TensorInfo>, kernelName);
      const input = (name: string): CpuInput => {
        const { dataId, shape } = tensorOf(name);
        return { shape, values: cpu.data.get(dataId).values as Float32Array };
      };
      return compute(input, attrs as Attributes, cpuArrays.take).map(({ shape, values }) =>
        cpu.makeTensorInfo([...shape], 'float32', values),
      );
    },
  });
}

/** A fragment shader that computes one output element a fragment, with tfjs's getters for its inputs. */
export type ShaderProgram = {
  /** Getters are named by these: `Weights` gives `getWeights(...)` and `getWeightsAtOutCoords()`. */
  readonly variableNames: readonly string[];
  readonly outputShape: readonly number[];
  readonly userCode: string;
  /** Names of float uniforms, declared by tfjs. */
  readonly uniforms?: readonly string[];
};

/** Runs one draw. Inputs in the order of variableNames, uniforms in the order of theirs. */
export type RunShader = (
  program: ShaderProgram,
  inputs: readonly TensorInfo[],
  uniforms?: readonly number[],
) => TensorInfo;

/** The same unpacked texture seen under another shape. */
export function seenAs(tensor: TensorInfo, shape: readonly number[]): TensorInfo {
  return { dataId: tensor.dataId, dtype: tensor.dtype, shape: [...shape] };
}

/** Registers a kernel on the webgl backend that computes its outputs with fragment shaders. */
export function defineWebglKernel<Attributes>(
  kernelName: string,
  compute: (input: Named<TensorInfo>, attributes: Attributes, run: RunShader) => readonly TensorInfo[],
): void {
  registerKernel({
    kernelName,
    backendName: 'webgl',
    kernelFunc({ inputs, attrs, backend }) {
      const webgl = backend as MathBackendWebGL;
      const run: RunShader = (
        { variableNames, outputShape, userCode, uniforms = [] },
        tensors,
        values = [],
      ) => {
        return webgl.runWebGLProgram(
          {
            variableNames: [...variableNames],
            outputShape: [...outputShape],
            userCode,
            customUniforms: uniforms.map((name) => ({ name, type: 'float' as const })),
          },
          [...tensors],
          'float32',
          values.map((value) => [value]),
        );
      };
      const result = compute(
        named(inputs as Record<string, TensorInfo>, kernelName),
        attrs as Attributes,
        run,
      );
      return [...result];
    },
  });
}

/** Registers the gradient of a kernel with one output. `saved` holds the named inputs, then the output. */
export function defineGradient<Attributes>(
  kernelName: string,
  inputsToSave: readonly string[],
  gradient: (dy: Tensor, saved: readonly Tensor[], attributes: Attributes) => Record<string, () => Tensor>,
): void {
  const gradFunc: GradFunc = (dy, saved, attrs) => gradient(dy as Tensor, saved, attrs as Attributes);
  registerGradient({ kernelName, inputsToSave: [...inputsToSave], outputsToSave: [true], gradFunc });
}

/** Runs a kernel under the present backend; its outputs belong to the enclosing tidy. */
export function runKernel<Attributes extends object>(
  kernelName: string,
  inputs: Readonly<Record<string, Tensor>>,
  attributes: Attributes,
): Tensor[] {
  const outputs: Tensor | Tensor[] = engine().runKernel(
    kernelName,
    { ...inputs },
    attributes as unknown as NamedAttrMap,
  );
  return Array.isArray(outputs) ? outputs : [outputs];
}

/** Runs a kernel of one output. */
export function runKernelForOne<Attributes extends object>(
  kernelName: string,
  inputs: Readonly<Record<string, Tensor>>,
  attributes: Attributes,
): Tensor {
  const [output] = runKernel(kernelName, inputs, attributes);
  if (!output) throw new Error(`${kernelName} gave no output.`);
  return output;
}

/** Disposes of the tensors that `compute` makes and gives what it computes, which is no tensor (see tidy). */
export function withoutLeaks<Result>(compute: () => Result): Result {
  engine().startScope();
  try {
    return compute();
  } finally {
    engine().endScope();
  }
}
