/** The results as text for people: the machine, the contest, the checks, the frames. `--json` has all figures. */
import { grouped, median } from './statistics.mjs';

/** Rows of cells under a head; the first column to the left, the others to the right. */
function table(/** @type {string[]} */ head, /** @type {string[][]} */ rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
      .join('  '),
  );
}

const figure = (/** @type {number} */ value) =>
  Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);

/** @param {string} experiment @param {readonly import('./step-bench.mjs').Row[]} rows */
function contestLines(experiment, rows) {
  const cells = rows.map(({ name, ms, gl, loss }) => [
    name,
    figure(median(ms)),
    `${figure(Math.min(...ms))}..${figure(Math.max(...ms))}`,
    ...[gl.draws, gl.calls, gl.reads, gl.uploads].map(String),
    `${loss.first.toFixed(3)} > ${loss.last.toFixed(3)}`,
  ]);
  const head = [
    `${experiment}: one Adam step, batch 64`,
    'ms',
    'min..max',
    'draws',
    'GL calls',
    'reads',
    'uploads',
    'loss',
  ];
  return table(head, cells);
}

/** @param {readonly import('./bars.mjs').Check[]} checks */
function checkLines(checks) {
  const cells = checks.map(({ name, value, spread, bar, holds, reachesAim }) => [
    name,
    figure(value),
    spread ? `${figure(spread.min)}..${figure(spread.max)}` : '',
    bar ? `${bar.sense} ${bar.must}` : '',
    bar?.aim === undefined ? '' : String(bar.aim),
    holds === null ? 'no bar' : !holds ? 'DOES NOT HOLD' : reachesAim ? 'holds, aim reached' : 'holds',
  ]);
  return table(['check', 'value', 'min..max', 'must be', 'aim', ''], cells);
}

/** @param {import('./frame-bench.mjs').Frames} frames */
function frameLines({ work, callbacks, gaps, longTasks, stepsPerSecond }) {
  const row = (/** @type {string} */ name, /** @type {import('./frame-bench.mjs').Spread} */ of) => [
    name,
    ...[of.median, of.p95, of.worst].map((value) => (of.count > 0 ? figure(value) : '-')),
    String(of.count),
  ];
  return [
    ...table(
      [
        `main thread, ${figure(stepsPerSecond)} steps/s of two networks`,
        'median ms',
        '95 %',
        'worst',
        'count',
      ],
      [
        row('own work per frame', work),
        row('animation frame callbacks', callbacks),
        row('frame gaps, training', gaps.training),
        row('frame gaps, at rest', gaps.idle),
        row('long tasks, training', longTasks.training),
        row('long tasks, at rest', longTasks.idle),
      ],
    ),
  ];
}

/** @param {{machine: Record<string, unknown>, contest: any, frames: any, checks: any[]}} results */
export function reportLines({ machine, contest, frames, checks }) {
  const { cpu, cores, memoryGb, loadBefore, system, node, browser, renderer, date } = machine;
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}`,
    `${browser}, ${renderer}`,
    `${date}, load average before: ${loadBefore}`,
    ...(contest
      ? [
          '',
          `${contest.rounds} interleaved rounds of ${contest.steps} steps after ${contest.warmUp}; the highest counts of ${contest.counted} steps`,
          ...[...grouped(contest.rows, ({ experiment }) => experiment)].flatMap(([experiment, rows]) => [
            '',
            ...contestLines(experiment, rows),
          ]),
        ]
      : []),
    ...(frames ? ['', ...frameLines(frames)] : []),
    '',
    'Ratios are medians over rounds of the ratio within a round.',
    ...checkLines(checks),
  ];
}
