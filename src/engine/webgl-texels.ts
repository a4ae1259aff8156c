/**
 * Tensors as grids of texels: a tensor [rows, columns, 2, 2] in tfjs's own packing is a texture of `rows` by
 * `columns` RGBA texels, four consecutive floats each. Programs read them with texelFetch and write one texel a
 * fragment, without any pack or unpack draw; the upload and the read copy the texture as it is. With
 * tfjs-kernels.ts and cpu-backend.ts this is the only file that touches the less documented parts of
 * TensorFlow.js 4.22.
 */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/base';
import { backend, engine, registerKernel, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { type Named, named } from './tfjs-kernels';

/** Texels side by side in textures that hold a flat array; index i is at column i & 1023, row i >> 10. */
export const FLAT_COLUMNS = 1024;
export const flatRows = (texels: number) => Math.ceil(texels / FLAT_COLUMNS);

/** GLSL: reads one texel of a flat texture. */
export const flatTexel = (name: string, index: string) =>
  `texelFetch(${name}, ivec2((${index}) & 1023, (${index}) >> 10), 0)`;

export type TexelProgram = {
  /** Names of the samplers. */
  readonly textures: readonly string[];
  readonly rows: number;
  readonly columns: number;
  /** Where the fragment stands: gl_FragCoord (x = column, y = row); ends in setOutput(vec4). */
  readonly userCode: string;
  readonly ints?: readonly string[];
  readonly floats?: readonly string[];
};

export type RunTexels = (
  program: TexelProgram,
  textures: readonly TensorInfo[],
  ints?: readonly number[],
  floats?: readonly number[],
) => TensorInfo;

/** Registers a kernel on the webgl backend that runs texel programs. */
export function defineTexelKernel<Attributes>(
  kernelName: string,
  compute: (input: Named<TensorInfo>, attributes: Attributes, run: RunTexels) => TensorInfo,
): void {
  registerKernel({
    kernelName,
    backendName: 'webgl',
    kernelFunc: ({ inputs, attrs, backend: webgl }) =>
      compute(
        named(inputs as Record<string, TensorInfo>, kernelName),
        attrs as Attributes,
        (program, textures, ints = [], floats = []) =>
          runTexels(webgl as MathBackendWebGL, program, textures, ints, floats),
      ),
  });
}

const DENSE = 0;

/**
 * One draw. What depends on a network's tie map (offsets, sizes of textures) comes in as uniforms, so that
 * every map runs the same compiled program.
 */
function runTexels(
  webgl: MathBackendWebGL,
  program: TexelProgram,
  textures: readonly TensorInfo[],
  intValues: readonly number[],
  floatValues: readonly number[],
): TensorInfo {
  const { textures: names, rows, columns, userCode, ints = [], floats = [] } = program;
  return webgl.runWebGLProgram(
    {
      variableNames: [...names],
      outputShape: [rows, columns, 2, 2],
      userCode,
      packedInputs: true,
      packedOutput: true,
      outPackingScheme: DENSE,
      enableShapeUniforms: true,
      customUniforms: [
        ...ints.map((name) => ({ name, type: 'int' as const })),
        ...floats.map((name) => ({ name, type: 'float' as const })),
      ],
    },
    [...textures],
    'float32',
    [...intValues, ...floatValues].map((value) => [value]),
    true,
    [rows, columns],
  );
}

/** values: rows * columns * 4 floats, fewer are filled up with zeros. Belongs to the enclosing tidy. */
export function uploadTexels(values: Float32Array, rows: number, columns: number): Tensor {
  const webgl = backend() as MathBackendWebGL;
  const info = webgl.makeTensorInfo([rows, columns, 2, 2], 'float32');
  const data = webgl.texData.get(info.dataId);
  data.isPacked = true;
  data.texShape = [2 * rows, 2 * columns];
  webgl.uploadToGPU(info.dataId); // without values this only makes the texture
  const whole = values.length === 4 * rows * columns ? values : filledUp(values, 4 * rows * columns);
  const { gl } = webgl.gpgpu;
  gl.bindTexture(gl.TEXTURE_2D, webgl.getTexture(info.dataId));
  gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, columns, rows, gl.RGBA, gl.FLOAT, whole);
  return engine().makeTensorFromTensorInfo(info, webgl);
}

function filledUp(values: Float32Array, length: number): Float32Array {
  const whole = new Float32Array(length);
  whole.set(values);
  return whole;
}

/** A fresh copy of `count` whole rows from `first` on; waits for all that has been drawn before. */
export function readTexels(texels: Tensor, first = 0, count = (texels.shape[0] ?? 0) - first): Float32Array {
  const webgl = backend() as MathBackendWebGL;
  const { gl, framebuffer } = webgl.gpgpu;
  const columns = texels.shape[1] ?? 0;
  const values = new Float32Array(4 * count * columns);
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
  const texture = webgl.getTexture(texels.dataId);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  gl.readPixels(0, first, columns, count, gl.RGBA, gl.FLOAT, values);
  return values;
}

type GpuTexture = Parameters<MathBackendWebGL['gpgpu']['deleteMatrixTexture']>[0];

/** What of tfjs's texture manager has no public door. */
type TexturePool = {
  freeTextures: Record<string, readonly { readonly texture: GpuTexture }[]>;
  numFreeTextures: number;
  _numBytesAllocated: number;
  _numBytesFree: number;
};

/** Gives the GPU back the textures that no tensor uses: the pool keeps every shape it has ever seen. */
export function freePooledTextures(webgl: MathBackendWebGL): void {
  const pool = webgl.getTextureManager() as unknown as TexturePool;
  for (const { texture } of Object.values(pool.freeTextures).flat()) webgl.gpgpu.deleteMatrixTexture(texture);
  pool.freeTextures = {};
  pool.numFreeTextures = 0;
  pool._numBytesAllocated -= pool._numBytesFree;
  pool._numBytesFree = 0;
}
