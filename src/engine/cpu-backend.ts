/**
 * TensorFlow.js's cpu backend over arrays that are used again, in place of its own. A tensor's data holds its
 * array from when it is written until it is freed; what is read (dataSync, data) is a copy, since the array itself
 * will hold other numbers later. `liveValues` alone gives the array.
 */
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/base';
import {
  backend,
  type backend_util,
  type DataType,
  registerBackend,
  removeBackend,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { createArrayPool } from './array-pool';

/** Arrays of cpu tensors; kernels take their outputs from here. */
export const cpuArrays = createArrayPool();

type Values = backend_util.BackendValues;

class ReusingBackend extends MathBackendCPU {
  override write(values: Values, shape: number[], dtype: DataType): object {
    if (ArrayBuffer.isView(values)) cpuArrays.hold(values);
    return super.write(values, shape, dtype);
  }

  override move(dataId: object, values: Values, shape: number[], dtype: DataType, refCount: number): void {
    if (ArrayBuffer.isView(values)) cpuArrays.hold(values);
    super.move(dataId, values, shape, dtype, refCount);
  }

  override readSync(dataId: object): Values {
    return super.readSync(dataId).slice();
  }

  override disposeData(dataId: object, force = false): boolean {
    const values = this.data.has(dataId) ? this.data.get(dataId).values : undefined;
    const freed = super.disposeData(dataId, force);
    if (freed && ArrayBuffer.isView(values)) cpuArrays.release(values);
    return freed;
  }
}

// The import above has registered tfjs's own.
removeBackend('cpu');
registerBackend('cpu', () => new ReusingBackend(), 1);

/** The numbers of a float tensor on any backend, to look at while it lives; on cpu no copy. */
export function liveValues(tensor: Tensor): Float32Array {
  const present = backend();
  if (!(present instanceof ReusingBackend)) return tensor.dataSync<'float32'>();
  return present.data.get(tensor.dataId).values as Float32Array;
}
