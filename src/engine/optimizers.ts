/**
 * One update of one layer's weights. State: nothing for sgd, the velocity for momentum, both moments in one
 * tensor for Adam. Old tensors stay with the caller, new ones belong to the enclosing tidy.
 */
import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { OptimizerSpec } from '../spec/experiment-spec';
import { ADAM_UPDATE, MOMENTUM_UPDATE, SGD_UPDATE } from './kernels/names';
import { runKernel } from './tfjs-kernels';

const MOMENTUM = 0.9;
const [BETA1, BETA2] = [0.9, 0.999];
/** Explicit: tfjs's own default differs between backends. */
const EPSILON = 1e-7;
const DECAYED = 0.2;
const LAST_FIFTH = 0.8;

/** Shape of a layer's state for weights of this shape, or null when there is none. */
export function stateShape(kind: OptimizerSpec['kind'], weights: readonly number[]): number[] | null {
  switch (kind) {
    case 'sgd':
      return null;
    case 'momentum':
      return [...weights];
    case 'adam':
      return [2, ...weights];
    default:
      return kind satisfies never;
  }
}

/** The state before the first step, all zero. */
export function initialState(kind: OptimizerSpec['kind'], weights: readonly number[]): Tensor | null {
  const shape = stateShape(kind, weights);
  return shape && tensor(new Float32Array(shape.reduce((product, size) => product * size, 1)), shape);
}

/** The rate of the step from `step` to `step + 1` in a run of `steps`; once decayed it stays so beyond them. */
export function rateAt({ rate, decay }: OptimizerSpec, step: number, steps: number): number {
  return decay === 'last-fifth' && step >= LAST_FIFTH * steps ? rate * DECAYED : rate;
}

export type Update = { readonly weights: Tensor; readonly state: Tensor | null };

/** New weights and state after a step; `step` counts from 0. */
export function updated(
  kind: OptimizerSpec['kind'],
  rate: number,
  step: number,
  weights: Tensor,
  state: Tensor | null,
  gradient: Tensor,
): Update {
  const [newWeights, newState = null] = runUpdate(kind, rate, step, weights, state, gradient);
  if (!newWeights) throw new Error('The update gave no weights.');
  return { weights: newWeights, state: newState };
}

function runUpdate(
  kind: OptimizerSpec['kind'],
  rate: number,
  step: number,
  weights: Tensor,
  state: Tensor | null,
  gradient: Tensor,
): readonly Tensor[] {
  if (kind === 'sgd') return runKernel(SGD_UPDATE, { weights, gradient }, { rate });
  if (!state) throw new Error(`${kind} has no state.`);
  switch (kind) {
    case 'momentum':
      return runKernel(MOMENTUM_UPDATE, { weights, velocity: state, gradient }, { rate, momentum: MOMENTUM });
    case 'adam':
      return runKernel(
        ADAM_UPDATE,
        { weights, moments: state, gradient },
        {
          rate,
          beta1: BETA1,
          beta2: BETA2,
          epsilon: EPSILON,
          correction1: 1 - BETA1 ** (step + 1),
          correction2: 1 - BETA2 ** (step + 1),
        },
      );
    default:
      return kind satisfies never;
  }
}
