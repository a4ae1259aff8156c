/** Stock TensorFlow.js on webgl, also where the GPU is software; it is asked to fail rather than to fall back. */
import * as tf from '@tensorflow/tfjs';

export async function openStockWebgl(): Promise<void> {
  tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  if (!(await tf.setBackend('webgl'))) throw new Error('Stock TensorFlow.js has no webgl here.');
  await tf.ready();
}
