/** Stock TensorFlow.js on a named backend, webgl also where the GPU is software; fails rather than falls back. */
import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '../../src/spec/backend';

export async function openStock(backend: BackendName): Promise<void> {
  if (backend === 'webgl') tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  if (!(await tf.setBackend(backend))) throw new Error(`Stock TensorFlow.js has no ${backend} here.`);
  await tf.ready();
}
