/**
 * The update rules in GLSL, shared by the update of plain and of fused parameters.
 * sgd: w - rate * g. momentum: v = momentum * v + g; w - rate * v (as tf.train.momentum). Adam: Kingma and Ba
 * 2015, algorithm 1; epsilon is added to the root of the corrected second moment.
 */
import type { UpdateStep } from '../optimizers';

/** Names of the float uniforms that `ruleGlsl` reads, in the order of `ruleUniforms`: what changes from step to step. */
export const ruleUniformNames: { readonly [Kind in UpdateStep['kind']]: readonly string[] } = {
  sgd: ['rate'],
  momentum: ['rate'],
  adam: ['rate', 'correction1', 'correction2'],
};

export function ruleUniforms(step: UpdateStep): readonly number[] {
  return step.kind === 'adam' ? [step.rate, step.correction1, step.correction2] : [step.rate];
}

/** A GLSL float; a JavaScript number may lack the point. */
const literal = (value: number) => `float(${value})`;

/**
 * `T updated(int block, T g)`: the new value of a block from the gradient. Needs a function `T old(int block)`
 * before it that gives the present value of a block at the same place. T: float or vec4. `rate`: the learning rate as
 * an expression.
 */
export function ruleGlsl(step: UpdateStep, T: 'float' | 'vec4', rate = 'rate'): string {
  switch (step.kind) {
    case 'sgd':
      return `${T} updated(int block, ${T} g) { return old(0) - ${rate} * g; }`;
    case 'momentum':
      return `
        ${T} updated(int block, ${T} g) {
          ${T} velocity = ${literal(step.momentum)} * old(1) + g;
          return block == 1 ? velocity : old(0) - ${rate} * velocity;
        }`;
    case 'adam': {
      const { beta1, beta2, epsilon } = step;
      return `
        ${T} updated(int block, ${T} g) {
          ${T} m = ${literal(beta1)} * old(1) + ${literal(1 - beta1)} * g;
          if (block == 1) return m;
          ${T} v = ${literal(beta2)} * old(2) + ${literal(1 - beta2)} * g * g;
          if (block == 2) return v;
          return old(0) - ${rate} * (m / correction1) / (sqrt(v / correction2) + ${literal(epsilon)});
        }`;
    }
    default:
      return step satisfies never;
  }
}
