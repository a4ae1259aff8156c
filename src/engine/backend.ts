/**
 * Chooses where the engine computes. `auto` is a rule, not a race: webgl where a WebGL2 context is given, its
 * renderer is not software and a float32 draw reads back exactly; else cpu. An explicit choice wins, even of
 * a software renderer; only where webgl does not exist or cannot draw float32 does cpu step in.
 */

import { GPGPUContext, MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl/dist/base';
import {
  env,
  findBackend,
  findBackendFactory,
  memory,
  registerBackend,
  removeBackend,
  setBackend,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import type { BackendChoice, BackendName, BackendReason } from '../spec/backend';
import { cpuArrays } from './cpu-backend';
import { PARAMETER_UPDATE } from './kernels/names';
import { registerKernels } from './kernels/register-kernels';
import { runKernelForOne } from './tfjs-kernels';
import { freePooledTextures } from './webgl-texels';

/** What is used of a WebGL2 context; the rest is tfjs's affair. */
export type WebglContext = {
  getExtension(name: string): unknown;
  getParameter(name: number): unknown;
  isContextLost(): boolean;
};

/** What is used of a canvas, on the page or off screen. */
export type WebglCanvas = {
  getContext(type: 'webgl2', attributes: Readonly<Record<string, boolean>>): unknown;
};

export type EngineBackend = {
  readonly name: BackendName;
  readonly reason: BackendReason;
  /** True once the GPU context is gone, and with it all weights. Never for cpu. */
  isLost(): boolean;
  /** Gives back the memory that is held for sessions that have been disposed. */
  freshen(): void;
  /** Frees all it holds, and the GPU. Sessions on it must have been disposed before. */
  dispose(): void;
};

/** Like tfjs's own, but a software renderer is told by its name, not refused. */
const CONTEXT_ATTRIBUTES = {
  alpha: false,
  antialias: false,
  premultipliedAlpha: false,
  preserveDrawingBuffer: false,
  depth: false,
  stencil: false,
  failIfMajorPerformanceCaveat: false,
};

const SOFTWARE = /SwiftShader|llvmpipe|Software|Basic Render/i;
const RENDERER = 0x1f01;
const UNMASKED_RENDERER = 0x9246;

/**
 * `makeCanvas` gives a fresh canvas, or null where there is none; it is not called when cpu is asked for.
 * Makes the chosen backend tfjs's present one.
 */
export async function chooseBackend(
  choice: BackendChoice,
  makeCanvas: () => WebglCanvas | null,
): Promise<EngineBackend> {
  registerKernels();
  if (choice === 'cpu') return onCpu('asked');
  const context = contextOf(makeCanvas);
  if (!context) return onCpu(choice === 'auto' ? 'no-webgl' : 'asked-but-missing');
  if (choice === 'auto' && isSoftware(context)) {
    giveUp(context);
    return onCpu('software-gpu');
  }
  const drawn = (await startWebgl(context)) ? drawFloat32() : 'failed';
  if (drawn !== 'exact') {
    // A context that is lost meanwhile draws nothing right either.
    const half = drawn === 'inexact' && !context.isContextLost();
    stop(context);
    if (half) return onCpu('half-float');
    return onCpu(choice === 'auto' ? 'unusable-webgl' : 'asked-but-missing');
  }
  return {
    name: 'webgl',
    reason: choice === 'auto' ? 'gpu' : 'asked',
    isLost: () => context.isContextLost(),
    freshen() {
      const webgl = findBackend('webgl');
      if (webgl instanceof MathBackendWebGL && !context.isContextLost()) freePooledTextures(webgl);
    },
    dispose: () => stop(context),
  };
}

/**
 * What the engine holds: tensors and their bytes; the bytes of arrays that wait to be used again on cpu; on webgl
 * the bytes of all textures, pooled ones included.
 */
export function engineMemory(): {
  readonly tensors: number;
  readonly bytes: number;
  readonly pooledBytes: number;
  readonly gpuBytes: number;
} {
  const { numTensors, numBytes, ...more } = memory();
  const gpuBytes = 'numBytesInGPUAllocated' in more ? Number(more.numBytesInGPUAllocated) : 0;
  return { tensors: numTensors, bytes: numBytes, pooledBytes: cpuArrays.bytes(), gpuBytes };
}

async function onCpu(reason: BackendReason): Promise<EngineBackend> {
  await setBackend('cpu');
  return { name: 'cpu', reason, isLost: () => false, freshen: cpuArrays.empty, dispose: cpuArrays.empty };
}

function isContext(value: unknown): value is WebglContext {
  return typeof value === 'object' && value !== null && 'getParameter' in value && 'isContextLost' in value;
}

function contextOf(makeCanvas: () => WebglCanvas | null): WebglContext | null {
  try {
    const context = makeCanvas()?.getContext('webgl2', CONTEXT_ATTRIBUTES);
    return isContext(context) && !context.isContextLost() ? context : null;
  } catch {
    return null;
  }
}

function isSoftware(context: WebglContext): boolean {
  const unmasked = context.getExtension('WEBGL_debug_renderer_info') ? UNMASKED_RENDERER : RENDERER;
  return SOFTWARE.test(String(context.getParameter(unmasked)));
}

/** Registers and selects a webgl backend on this very context. False when tfjs cannot use it. */
async function startWebgl(context: WebglContext): Promise<boolean> {
  stopWebgl();
  try {
    // tfjs looks for a context of its own unless it is told of ours before its flags are read.
    setWebGLContext(2, context as never);
    env().set('WEBGL_VERSION', 2);
    env().set('HAS_WEBGL', true);
    registerBackend('webgl', () => new MathBackendWebGL(new GPGPUContext(context as never)), 2);
    return await setBackend('webgl');
  } catch {
    return false;
  }
}

function stopWebgl(): void {
  // By its factory: to look for the backend itself would start it, with a second context.
  if (findBackendFactory('webgl')) removeBackend('webgl');
}

function stop(context: WebglContext): void {
  stopWebgl();
  giveUp(context);
}

/** Frees the context now: a page may hold few, and the collector takes its time. */
function giveUp(context: WebglContext): void {
  const extension = context.getExtension('WEBGL_lose_context');
  if (typeof extension !== 'object' || extension === null || !('loseContext' in extension)) return;
  if (typeof extension.loseContext === 'function' && !context.isContextLost()) extension.loseContext();
}

/** A draw must bring back values that half floats cannot hold. */
function drawFloat32(): 'exact' | 'inexact' | 'failed' {
  const exact = Float32Array.of(1e-8, 16_777_215, 1 / 3, -1e-20, 65_537, 1 + 2 ** -23, 0, 3e38);
  try {
    const drawn = tidy(() => {
      const parameters = tensor(exact, [1, exact.length]);
      const gradient0 = tensor(new Float32Array(exact.length), [1, 1, exact.length]);
      const attributes = { step: { kind: 'sgd', rate: 0 }, layers: 1 } as const;
      return runKernelForOne(PARAMETER_UPDATE, { parameters, gradient0 }, attributes).dataSync<'float32'>();
    });
    return exact.every((value, index) => drawn[index] === value) ? 'exact' : 'inexact';
  } catch {
    return 'failed';
  }
}
