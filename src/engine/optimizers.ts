/**
 * The optimisers as data: how many blocks of parameters they keep and what one step of them needs to know.
 * The arithmetic is in kernels/update-rule; one draw (or one loop) updates every layer at once.
 */
import type { OptimizerSpec } from '../spec/experiment-spec';

const MOMENTUM = 0.9;
const [BETA1, BETA2] = [0.9, 0.999];
/** Explicit: tfjs's own default differs between backends. */
const EPSILON = 1e-7;
const DECAYED = 0.2;
const LAST_FIFTH = 0.8;

/** One step of an optimiser, as attributes of the update kernels. */
export type UpdateStep =
  | { readonly kind: 'sgd'; readonly rate: number }
  | { readonly kind: 'momentum'; readonly rate: number; readonly momentum: number }
  | {
      readonly kind: 'adam';
      readonly rate: number;
      readonly beta1: number;
      readonly beta2: number;
      readonly epsilon: number;
      /** 1 - beta^t of the step being made, t from 1. */
      readonly correction1: number;
      readonly correction2: number;
    };

/** Blocks of flat parameters: the weights, then what is remembered of each. */
export function blocksOf(kind: OptimizerSpec['kind']): number {
  switch (kind) {
    case 'sgd':
      return 1;
    case 'momentum':
      return 2;
    case 'adam':
      return 3;
    default:
      return kind satisfies never;
  }
}

/** The rate of the step from `step` to `step + 1` in a run of `steps`; once decayed it stays so beyond them. */
export function rateAt({ rate, decay }: OptimizerSpec, step: number, steps: number): number {
  return decay === 'last-fifth' && step >= LAST_FIFTH * steps ? rate * DECAYED : rate;
}

/** `step` counts from 0. */
export function updateStep(optimizer: OptimizerSpec, step: number, steps: number): UpdateStep {
  const { kind } = optimizer;
  const rate = rateAt(optimizer, step, steps);
  switch (kind) {
    case 'sgd':
      return { kind, rate };
    case 'momentum':
      return { kind, rate, momentum: MOMENTUM };
    case 'adam':
      return {
        kind,
        rate,
        beta1: BETA1,
        beta2: BETA2,
        epsilon: EPSILON,
        correction1: 1 - BETA1 ** (step + 1),
        correction2: 1 - BETA2 ** (step + 1),
      };
    default:
      return kind satisfies never;
  }
}
