/**
 * What must hold, with the bar (`must`) and the aim of issues 3 and 5 and of the budget in quality.md, and the
 * judgement of one run. A check whose contestants did not run is left out; one without a bar is only reported.
 */
import { median } from './statistics.mjs';

/**
 * @typedef {object} Bar
 * @property {number} must
 * @property {number} [aim]
 * @property {'at least' | 'at most' | 'below'} sense
 * @typedef {object} Check
 * @property {string} name
 * @property {number} value
 * @property {{min: number, max: number} | null} spread of the rounds
 * @property {Bar | null} bar
 * @property {boolean | null} holds null: there is no bar
 * @property {boolean | null} reachesAim null: there is no aim
 */

const atLeast = (/** @type {number} */ must, /** @type {number} */ aim) => ({ sense: 'at least', must, aim });
const atMost = (/** @type {number} */ must, /** @type {number | undefined} */ aim = undefined) => ({
  sense: 'at most',
  must,
  aim,
});
const below = (/** @type {number} */ must) => ({ sense: 'below', must });

/** Ratios of an experiment that has none to reach. */
const unbarred = (/** @type {string} */ experiment) =>
  [
    ['tf.layers / Tied, webgl, shared', 'tf-layers-webgl', 'tied-webgl-shared'],
    ['tf.layers / Tied, cpu, shared', 'tf-layers-cpu', 'tied-cpu-shared'],
    ['Tied independent / Tied shared, cpu', 'tied-cpu-independent', 'tied-cpu-shared'],
  ].map(([name, over, under]) => [
    `${experiment}: ${name}`,
    `${experiment}-${over}`,
    `${experiment}-${under}`,
    null,
  ]);

/** Time of the first over time of the second, in the same round. */
const ratios = [
  ['flagship: tf.layers / Tied, webgl, shared', 'tf-layers', 'tied-webgl-shared', atLeast(5, 10)],
  [
    'flagship: stock gather / Tied, webgl, independent',
    'stock-gather',
    'tied-webgl-independent',
    atLeast(8, 14),
  ],
  ['flagship: stock slices / Tied, webgl, independent', 'stock-slices', 'tied-webgl-independent', null],
  ['flagship: ConvNetJS / Tied on cpu, shared', 'convnetjs', 'tied-cpu-shared', atLeast(6, 12)],
  [
    'flagship: ConvNetJS shared / Tied on cpu, independent',
    'convnetjs',
    'tied-cpu-independent',
    atLeast(5, 10),
  ],
  [
    'flagship: Tied independent / Tied shared, cpu',
    'tied-cpu-independent',
    'tied-cpu-shared',
    atMost(1.8, 1.3),
  ],
  ['flagship: Tied independent / Tied shared, webgl', 'tied-webgl-independent', 'tied-webgl-shared', null],
  ['flagship: jax-js / Tied on cpu, shared', 'jax-js', 'tied-cpu-shared', null],
  ...['language', 'pairs'].flatMap((experiment) => unbarred(experiment)),
  ...[
    ['random map', 'canvas-tied-cpu-grouped', atMost(1.8)],
    ['independent', 'canvas-tied-cpu-independent', atMost(1.8)],
    ['random map, soft', 'soft-canvas-tied-cpu-grouped', null],
  ].map(([name, over, bar]) => [
    `canvas: Tied ${name} / Tied shared, cpu`,
    over,
    'canvas-tied-cpu-shared',
    bar,
  ]),
  ...[
    ['tf.layers / Tied, webgl, hard', 'tf-layers-webgl', 'tied-webgl-hard'],
    ['tf.layers / Tied, cpu, hard', 'tf-layers-cpu', 'tied-cpu-hard'],
    ['Tied separate / Tied hard, cpu', 'tied-cpu-separate', 'tied-cpu-hard'],
    ['Tied soft / Tied hard, cpu', 'tied-cpu-soft', 'tied-cpu-hard'],
  ].map(([name, over, under]) => [`tasks: ${name}`, `tasks-${over}`, `tasks-${under}`, null]),
  ...[
    ['Tied frozen / Tied from scratch, webgl', 'tied-webgl-frozen', 'tied-webgl-scratch'],
    ['Tied frozen / Tied from scratch, cpu', 'tied-cpu-frozen', 'tied-cpu-scratch'],
    ['Tied fine-tuned / Tied from scratch, cpu', 'tied-cpu-fine-tuned', 'tied-cpu-scratch'],
  ].map(([name, over, under]) => [`transfer: ${name}`, `transfer-${over}`, `transfer-${under}`, null]),
  ...[
    ['stock on cpu / Tied, Reptile', 'stock-cpu', 'tied-cpu-reptile'],
    ['stock on webgl / Tied, Reptile', 'stock-webgl', 'tied-cpu-reptile'],
    ['Tied Reptile / Tied pretrained', 'tied-cpu-reptile', 'tied-cpu-pretrained'],
  ].map(([name, over, under]) => [`start: ${name}`, `start-${over}`, `start-${under}`, null]),
];

/** Draws and GL calls of one step, its read of the loss included; the 250 calls are of the app's step. */
const counts = [
  ['tied-webgl-shared', atMost(9, 6), atMost(250)],
  ['tied-webgl-independent', atMost(9, 6), atMost(250)],
  ['tied-autodiff-shared', atMost(20), null],
  ['tied-autodiff-independent', atMost(20), null],
  ['language-tied-webgl-shared', atMost(60, 40), null],
  ['language-tied-webgl-independent', atMost(60, 40), null],
  ['pairs-tied-webgl-shared', atMost(20), null],
  ['tasks-tied-webgl-hard', atMost(20), null],
  ['transfer-tied-webgl-scratch', null, null],
  ['transfer-tied-webgl-frozen', null, null],
  ['canvas-tied-webgl-grouped', atMost(9, 6), atMost(250)],
];

const senses = {
  'at least': (/** @type {number} */ value, /** @type {number} */ limit) => value >= limit,
  'at most': (/** @type {number} */ value, /** @type {number} */ limit) => value <= limit,
  below: (/** @type {number} */ value, /** @type {number} */ limit) => value < limit,
};

/** @returns {Check} */
function judged(name, value, bar, spread = null) {
  const meets = (/** @type {number | undefined} */ limit) =>
    bar && limit !== undefined ? senses[bar.sense](value, limit) : null;
  return { name, value, spread, bar, holds: meets(bar?.must), reachesAim: meets(bar?.aim) };
}

/** @param {readonly import('./step-bench.mjs').Row[]} rows @returns {Check[]} */
export function judgeSteps(rows) {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const times = ratios.flatMap(([name, over, under, bar]) => {
    const [upper, lower] = [byId.get(over), byId.get(under)];
    if (!upper || !lower) return [];
    const all = upper.ms.map((ms, round) => ms / lower.ms[round]);
    return [judged(name, median(all), bar, { min: Math.min(...all), max: Math.max(...all) })];
  });
  const asked = counts.flatMap(([id, draws, calls]) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      judged(`${row.experiment}: draws, ${row.name}`, row.gl.draws, draws),
      judged(`${row.experiment}: GL calls, ${row.name}`, row.gl.calls, calls),
    ];
  });
  return [...times, ...asked];
}

/** @param {import('./frame-bench.mjs').Frames} frames @returns {Check[]} */
export function judgeFrames({ work, callbacks, gaps }) {
  return [
    judged('own work per frame, 95th percentile, ms', work.p95, below(8)),
    judged('longest animation frame callback, ms', callbacks.worst, atMost(50)),
    judged('frame gap, training / not training', gaps.training.median / gaps.idle.median, below(1.3)),
  ];
}
