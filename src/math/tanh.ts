/** The gradient of tanh, from what it gave: tanh' = 1 - tanh squared. */
import { type Allocate, zeros } from './allocate';

/** dy, y: of one shape -> the gradient in front of the tanh that gave y. */
export function throughTanh(dy: Float32Array, y: Float32Array, allocate: Allocate = zeros): Float32Array {
  const dx = allocate(dy.length, 'overwritten');
  for (let index = 0; index < dy.length; index++) {
    const out = y[index] as number;
    dx[index] = (dy[index] as number) * (1 - out * out);
  }
  return dx;
}
