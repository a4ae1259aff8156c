/**
 * parameters [blocks, size] in the plain layout, gradient0, gradient1, ... of the layers in order -> the new
 * parameters. The formulas are those of ../update-rule; weights that shrink do so after the step; frozen layers, which
 * have no gradient, are copied.
 */
import { defineCpuKernel } from '../../tfjs-kernels';
import { gradientName, PARAMETER_UPDATE, type ParameterUpdateAttributes, type Shrink } from '../names';

export function registerParameterUpdateCpu(): void {
  defineCpuKernel<ParameterUpdateAttributes>(
    PARAMETER_UPDATE,
    (input, { step: whole, layers, shrinks, moves }, allocate) => {
      const { shape, values: old } = input('parameters');
      const size = shape[1] ?? 0;
      const fresh = allocate(old.length, 'overwritten');
      let at = 0;
      for (let layer = 0; layer < layers; layer++) {
        const move = moves?.[layer];
        if (move?.rate === 0) {
          for (let from = at; from < old.length; from += size)
            fresh.set(old.subarray(from, from + move.count), from);
          at += move.count;
          continue;
        }
        const step = move ? { ...whole, rate: whole.rate * move.rate } : whole;
        const gradient = input(gradientName(layer)).values;
        switch (step.kind) {
          case 'sgd':
            descend(old, fresh, gradient, at, step);
            break;
          case 'momentum':
            descendWithMomentum(old, fresh, gradient, at, size, step);
            break;
          case 'adam':
            descendWithAdam(old, fresh, gradient, at, size, step);
            break;
          default:
            return step satisfies never;
        }
        const shrink = shrinks?.[layer];
        if (shrink) shrinkWeights(fresh, at, at + gradient.length, shrink);
        at += gradient.length;
      }
      return [{ shape, values: fresh }];
    },
  );
}

/** fresh: the weights of the layer are at `start` to `end`. */
function shrinkWeights(fresh: Float32Array, start: number, end: number, { from, fraction }: Shrink) {
  const kept = 1 - fraction;
  for (let at = start + from; at < end; at++) fresh[at] = kept * (fresh[at] as number);
}

type Step<Kind> = Extract<ParameterUpdateAttributes['step'], { readonly kind: Kind }>;

function descend(old: Float32Array, fresh: Float32Array, g: Float32Array, at: number, { rate }: Step<'sgd'>) {
  for (let index = 0; index < g.length; index++)
    fresh[at + index] = (old[at + index] as number) - rate * (g[index] as number);
}

function descendWithMomentum(
  old: Float32Array,
  fresh: Float32Array,
  g: Float32Array,
  at: number,
  size: number,
  { rate, momentum }: Step<'momentum'>,
) {
  for (let index = 0; index < g.length; index++) {
    const velocity = momentum * (old[size + at + index] as number) + (g[index] as number);
    fresh[size + at + index] = velocity;
    fresh[at + index] = (old[at + index] as number) - rate * velocity;
  }
}

export function descendWithAdam(
  old: Float32Array,
  fresh: Float32Array,
  gradient: Float32Array,
  at: number,
  size: number,
  { rate, beta1, beta2, epsilon, correction1, correction2 }: Step<'adam'>,
) {
  for (let index = 0; index < gradient.length; index++) {
    const w = at + index;
    const g = gradient[index] as number;
    const m = beta1 * (old[size + w] as number) + (1 - beta1) * g;
    const v = beta2 * (old[2 * size + w] as number) + (1 - beta2) * g * g;
    fresh[size + w] = m;
    fresh[2 * size + w] = v;
    fresh[w] = (old[w] as number) - (rate * (m / correction1)) / (Math.sqrt(v / correction2) + epsilon);
  }
}
