/** The tied convolution on a batch, forward and back, as plain loops; a file for each. */
export { tiedForward } from './tied-forward';
export { tiedInputGradient } from './tied-input-gradient';
export { tiedLedger } from './tied-ledger';

/** dy where the layer let its sum through (y > 0), else 0. All [batch, sites, filters]. */
export function throughRelu(dy: Float32Array, y: Float32Array): Float32Array {
  const dz = new Float32Array(dy.length);
  for (let index = 0; index < dy.length; index++)
    if ((y[index] as number) > 0) dz[index] = dy[index] as number;
  return dz;
}
