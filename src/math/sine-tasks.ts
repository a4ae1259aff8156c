/**
 * Tasks to learn from a few points: waves y = A sin(x + phase), A in 0.1 to 5, phase in 0 to pi, x in -5 to 5 (Finn et
 * al. 2017, section 5.1). All of them are functions of the seed and of their place: which step, which task.
 */
import { type RandomStream, randomStream } from './random';
import type { Points } from './start-network';

export type Wave = { readonly amplitude: number; readonly phase: number };

/** Of x, on both sides of 0. */
export const REACH = 5;
const LEAST = 0.1;
const MOST = 5;
const GRID = 100;

/** Where curves are drawn and errors are measured: evenly from -5 to 5. */
export const gridXs: Float32Array = Float32Array.from(
  { length: GRID },
  (_, at) => -REACH + (2 * REACH * at) / (GRID - 1),
);

/** Waves that all starts are measured on. */
export const TEST_TASKS = 200;

export const waveAt = ({ amplitude, phase }: Wave, x: number): number => amplitude * Math.sin(x + phase);

/** A wave and some of its points. */
export type SineTask = Points & { readonly wave: Wave };

/** float32 numbers, as they cross to the worker. */
export function pointsOf(wave: Wave, stream: RandomStream, count: number): SineTask {
  const xs = Float32Array.from({ length: count }, () => REACH * (2 * stream.uniform() - 1));
  return { wave, xs, ys: xs.map((x) => waveAt(wave, x)) };
}

export function drawWave(stream: RandomStream): Wave {
  const amplitude = LEAST + (MOST - LEAST) * stream.uniform();
  return { amplitude, phase: Math.PI * stream.uniform() };
}

/** One of the waves of all tests, the same under a seed for every network. */
export function testTask(seed: number, index: number, points: number): SineTask {
  const stream = randomStream(seed, 'test wave', index);
  return pointsOf(drawWave(stream), stream, points);
}

/** A wave for the learner to play with; another one for each number. */
export function shownTask(seed: number, number: number, points: number): SineTask {
  const stream = randomStream(seed, 'shown wave', number);
  return pointsOf(drawWave(stream), stream, points);
}
