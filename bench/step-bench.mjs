/**
 * The contest: milliseconds of one training step, interleaved. Everyone warms up, then in every round everyone
 * makes `steps` steps, each round begun by another one; afterwards GL calls are counted, in steps not timed.
 */
import { rendererOf } from './machine.mjs';
import { grouped, mean, median } from './statistics.mjs';
import { withContest } from './with-contest.mjs';

/** Shaders compiled, JavaScript optimised; not counted. */
const WARM_UP = 12;
const COUNTED = 3;
/** Losses compared at the beginning and at the end. */
const COMPARED = 3;
/** Everyone of one experiment and tying starts from the same weights with the same batch; half a per mille is rounding. */
const SAME_LOSS = 5e-4;

/**
 * @typedef {{ms: number, loss: number, gl: import('./count-gl-calls').GlCounts | null}} Step
 * @typedef {{id: string, name: string, experiment: string, tying: string, warmUp: number | null}} Entry
 * @typedef {object} Figures
 * @property {number[]} ms of a step, mean of each round
 * @property {{draws: number, calls: number, reads: number, uploads: number}} gl most of one step
 * @property {{first: number, last: number}} loss means of the first and last batches
 * @typedef {Entry & Figures} Row
 * @typedef {object} Contest
 * @property {Row[]} rows
 * @property {number} rounds
 * @property {number} steps in a round
 * @property {number} warmUp steps before, unless the row says how many
 * @property {number} counted steps whose GL calls were counted
 */

/** Throws when a loss is no number or they do not fall. @param {string} name @param {readonly number[]} losses */
function lossesOf(name, losses) {
  const bad = losses.findIndex((loss) => typeof loss !== 'number' || !Number.isFinite(loss));
  if (bad >= 0) throw new Error(`${name}: the loss of step ${bad} is ${losses[bad]}.`);
  const [first, last] = [mean(losses.slice(0, COMPARED)), mean(losses.slice(-COMPARED))];
  if (last >= first) throw new Error(`${name} does not learn: its loss goes from ${first} to ${last}.`);
  return { first, last };
}

/** @param {readonly Step[]} steps */
function mostCalls(steps) {
  const most = (/** @type {'draws' | 'calls' | 'reads' | 'uploads'} */ kind) =>
    Math.max(...steps.map(({ gl }) => gl?.[kind] ?? 0));
  return { draws: most('draws'), calls: most('calls'), reads: most('reads'), uploads: most('uploads') };
}

/**
 * The others of its experiment and tying must have begun with the same loss, or it is another network.
 * @param {readonly (Entry & {losses: number[]})[]} records
 */
function checkSameStart(records) {
  const groups = grouped(records, ({ experiment, tying }) => `${experiment} ${tying}`);
  for (const [group, alike] of groups) {
    const middle = median(alike.map(({ losses }) => losses[0]));
    const other = alike.find(({ losses }) => Math.abs(losses[0] - middle) > SAME_LOSS * middle);
    if (other)
      throw new Error(`${other.id} begins with loss ${other.losses[0]} where ${group} has ${middle}.`);
  }
}

/** Steps with the contestants in the page. */
function runner(/** @type {import('@playwright/test').Page} */ page) {
  /** @returns {Promise<Step[]>} */
  return async ({ id }, steps, countGl = false) => {
    const answer = await page.evaluate(`contest.run('${id}', ${JSON.stringify({ steps, countGl })})`);
    if ('error' in answer) throw new Error(`${id}: ${answer.error}`);
    return answer.steps;
  };
}

/** By their ids or by their experiments. @returns {Promise<Entry[]>} */
async function chosenOf(
  /** @type {import('@playwright/test').Page} */ page,
  /** @type {string[] | null} */ only,
) {
  const all = await page.evaluate('contest.list');
  const known = [...new Set(all.flatMap(({ id, experiment }) => [experiment, id]))];
  const unknown = only?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new Error(`No contestant ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  return all.filter(({ id, experiment }) => !only || only.includes(id) || only.includes(experiment));
}

/**
 * @param {{only: string[] | null, rounds: number, steps: number}} options `only`: ids or experiments; null: all
 * @param {(line: string) => void} say
 * @returns {Promise<{contest: Contest, renderer: string, browser: string}>}
 */
export function benchSteps({ only, rounds, steps }, say) {
  return withContest(say, async (page) => {
    const chosen = await chosenOf(page, only);
    const run = runner(page);
    const records = [];
    for (const one of chosen) {
      say(`${one.id}: warming up ...`);
      records.push({
        ...one,
        losses: (await run(one, one.warmUp ?? WARM_UP)).map(({ loss }) => loss),
        ms: [],
      });
    }
    checkSameStart(records);
    for (let round = 0; round < rounds; round++) {
      say(`round ${round + 1} of ${rounds} ...`);
      for (let turn = 0; turn < records.length; turn++) {
        const record = records[(round + turn) % records.length];
        const made = await run(record, steps);
        record.ms.push(mean(made.map(({ ms }) => ms)));
        record.losses.push(...made.map(({ loss }) => loss));
      }
    }
    const rows = [];
    for (const { losses, ...one } of records) {
      const gl = mostCalls(await run(one, COUNTED, true));
      rows.push({ ...one, gl, loss: lossesOf(one.id, losses) });
    }
    return {
      contest: { rows, rounds, steps, warmUp: WARM_UP, counted: COUNTED },
      renderer: await rendererOf(page),
      browser: page.context().browser()?.version() ?? '',
    };
  });
}
