/**
 * A network 1 -> hidden tanh -> hidden tanh -> 1 on points of a plane, and the gradient of its mean squared error. Its
 * weights are one row of numbers (math/weight-shapes): layer by layer, a unit's taps and then its bias. Sums are
 * float64; weights and outputs float32.
 */
import { rowProducts } from './row-products';
import { startSize } from './weight-shapes';

/** Points of a curve to be met; xs and ys of one length. */
export type Points = { readonly xs: ArrayLike<number>; readonly ys: ArrayLike<number> };

/** What a pass over so many points is computed in. A fresh set for each would take as long as the sums do. */
type Scratch = {
  /** [points, hidden] activations, and how much the error changes with what is in front of their tanh. */
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly toFirst: Float64Array;
  readonly toSecond: Float64Array;
  /** [hidden, points] */
  readonly firstByUnit: Float64Array;
  readonly toSecondByUnit: Float64Array;
  /** [hidden, hidden] taps of the second layer by its units, by their inputs; and their gradient by units. */
  readonly taps: Float64Array;
  readonly tapsByInput: Float64Array;
  readonly ofTaps: Float64Array;
  /** [points] */
  readonly upstream: Float64Array;
};

const scratches = new Map<string, Scratch>();
/** Of training, of what is measured and drawn, and of a few numbers of points that a learner tries. */
const MOST_SCRATCHES = 8;

function scratchOf(hidden: number, count: number): Scratch {
  const name = `${hidden} ${count}`;
  const known = scratches.get(name);
  if (known) return known;
  const byPoint = () => new Float64Array(count * hidden);
  const square = () => new Float64Array(hidden * hidden);
  const fresh = {
    ...{ first: byPoint(), second: byPoint(), toFirst: byPoint(), toSecond: byPoint() },
    ...{ firstByUnit: byPoint(), toSecondByUnit: byPoint() },
    ...{ taps: square(), tapsByInput: square(), ofTaps: square() },
    upstream: new Float64Array(count),
  };
  scratches.set(name, fresh);
  const [oldest] = scratches.keys();
  if (scratches.size > MOST_SCRATCHES && oldest !== undefined) scratches.delete(oldest);
  return fresh;
}

/** Where the weights of the second and of the third layer begin. */
const secondAt = (hidden: number) => 2 * hidden;
const thirdAt = (hidden: number) => secondAt(hidden) + hidden * (hidden + 1);

/** To 1e-16 absolute, several times faster than Math.tanh. */
const tanh = (z: number) => 1 - 2 / (Math.exp(2 * z) + 1);

/** Hidden units of a network of so many numbers. Throws RangeError where there is no such network. */
function hiddenOf(size: number): number {
  const hidden = Math.round(Math.sqrt(size + 3) - 2);
  if (hidden < 1 || startSize(hidden) !== size) throw new RangeError(`No start has ${size} numbers.`);
  return hidden;
}

/** Fills both activations and gives the outputs, [points]. */
function forward(
  weights: Float32Array,
  hidden: number,
  xs: ArrayLike<number>,
  { first, second, taps }: Scratch,
): Float32Array {
  const count = xs.length;
  for (let point = 0; point < count; point++)
    for (let unit = 0; unit < hidden; unit++)
      first[point * hidden + unit] = tanh(
        (weights[2 * unit] as number) * (xs[point] as number) + (weights[2 * unit + 1] as number),
      );
  for (let unit = 0; unit < hidden; unit++) {
    const from = secondAt(hidden) + unit * (hidden + 1);
    for (let tap = 0; tap < hidden; tap++) taps[unit * hidden + tap] = weights[from + tap] as number;
  }
  rowProducts(first, count, taps, hidden, hidden, second);
  const outputs = new Float32Array(count);
  for (let point = 0; point < count; point++) {
    let sum = weights[thirdAt(hidden) + hidden] as number;
    for (let unit = 0; unit < hidden; unit++) {
      const bias = weights[secondAt(hidden) + unit * (hidden + 1) + hidden] as number;
      const out = tanh((second[point * hidden + unit] as number) + bias);
      second[point * hidden + unit] = out;
      sum += (weights[thirdAt(hidden) + unit] as number) * out;
    }
    outputs[point] = sum;
  }
  return outputs;
}

/** [points]: what the network makes of each x. */
export function startOutputs(weights: Float32Array, xs: ArrayLike<number>): Float32Array {
  const hidden = hiddenOf(weights.length);
  return forward(weights, hidden, xs, scratchOf(hidden, xs.length));
}

export function meanSquaredError(outputs: ArrayLike<number>, ys: ArrayLike<number>): number {
  let sum = 0;
  for (let point = 0; point < ys.length; point++)
    sum += ((outputs[point] as number) - (ys[point] as number)) ** 2;
  return sum / ys.length;
}

/**
 * Adds `scale` times the gradient of the mean squared error on these points to `into`, which has the weights' shape.
 * Gives the error. `into` may be the weights themselves: they are read before anything is added.
 */
export function addStartGradient(
  weights: Float32Array,
  { xs, ys }: Points,
  scale: number,
  into: Float32Array | Float64Array,
): number {
  const hidden = hiddenOf(weights.length);
  const count = xs.length;
  const scratch = scratchOf(hidden, count);
  const outputs = forward(weights, hidden, xs, scratch);
  const error = meanSquaredError(outputs, ys);
  backward(weights, hidden, outputs, ys, scratch);
  const { first, second, toFirst, toSecond, firstByUnit, toSecondByUnit, ofTaps, upstream } = scratch;
  transpose(first, count, hidden, firstByUnit);
  transpose(toSecond, count, hidden, toSecondByUnit);
  rowProducts(toSecondByUnit, hidden, firstByUnit, hidden, count, ofTaps);
  const add = (at: number, amount: number) => {
    into[at] = (into[at] as number) + scale * amount;
  };
  let outBias = 0;
  for (let point = 0; point < count; point++) outBias += upstream[point] as number;
  for (let unit = 0; unit < hidden; unit++) {
    let [slope, shift, bias, outTap] = [0, 0, 0, 0];
    for (let point = 0; point < count; point++) {
      const at = point * hidden + unit;
      const own = toFirst[at] as number;
      slope += own * (xs[point] as number);
      shift += own;
      bias += toSecond[at] as number;
      outTap += (upstream[point] as number) * (second[at] as number);
    }
    const from = secondAt(hidden) + unit * (hidden + 1);
    add(2 * unit, slope);
    add(2 * unit + 1, shift);
    for (let tap = 0; tap < hidden; tap++) add(from + tap, ofTaps[unit * hidden + tap] as number);
    add(from + hidden, bias);
    add(thirdAt(hidden) + unit, outTap);
  }
  add(thirdAt(hidden) + hidden, outBias);
  return error;
}

/** Fills `upstream`, `toSecond` and `toFirst`. */
function backward(
  weights: Float32Array,
  hidden: number,
  outputs: Float32Array,
  ys: ArrayLike<number>,
  { first, second, toFirst, toSecond, taps, tapsByInput, upstream }: Scratch,
): void {
  const count = ys.length;
  for (let point = 0; point < count; point++) {
    const own = (2 * ((outputs[point] as number) - (ys[point] as number))) / count;
    upstream[point] = own;
    for (let unit = 0; unit < hidden; unit++) {
      const out = second[point * hidden + unit] as number;
      toSecond[point * hidden + unit] = (weights[thirdAt(hidden) + unit] as number) * own * (1 - out * out);
    }
  }
  transpose(taps, hidden, hidden, tapsByInput);
  rowProducts(toSecond, count, tapsByInput, hidden, hidden, toFirst);
  for (let at = 0; at < count * hidden; at++) {
    const out = first[at] as number;
    toFirst[at] = (toFirst[at] as number) * (1 - out * out);
  }
}

/** [rows, columns] -> out [columns, rows], overwritten. */
function transpose(values: Float64Array, rows: number, columns: number, out: Float64Array): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      out[column * rows + row] = values[row * columns + column] as number;
}
