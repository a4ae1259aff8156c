/**
 * The contest: milliseconds of one training step, interleaved. Everyone warms up, then in every round everyone
 * makes `steps` steps, each round begun by another one; afterwards GL calls are counted, in steps not timed.
 */
import { rendererOf } from './machine.mjs';
import { mean, median } from './statistics.mjs';
import { withContest } from './with-contest.mjs';

/** Shaders compiled, JavaScript optimised; not counted. */
const WARM_UP = 12;
const COUNTED = 3;
/** Losses compared at the beginning and at the end. */
const COMPARED = 3;
/** Everyone of one tying starts from the same weights with the same batch; half a per mille is rounding. */
const SAME_LOSS = 5e-4;

/**
 * @typedef {{ms: number, loss: number, gl: import('./count-gl-calls').GlCounts | null}} Step
 * @typedef {object} Row
 * @property {string} id
 * @property {string} name
 * @property {number[]} ms of a step, mean of each round
 * @property {{draws: number, calls: number, reads: number, uploads: number}} gl most of one step
 * @property {{first: number, last: number}} loss means of the first and last batches
 * @typedef {object} Contest
 * @property {Row[]} rows
 * @property {number} rounds
 * @property {number} steps in a round
 * @property {number} warmUp steps before
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

/** The others of its tying must have begun with the same loss, or it is another network. */
function checkSameStart(/** @type {Map<string, number>} */ firstLosses) {
  for (const tying of ['shared', 'independent']) {
    const alike = [...firstLosses].filter(([name]) => name.includes(tying));
    const middle = median(alike.map(([, loss]) => loss));
    const other = alike.find(([, loss]) => Math.abs(loss - middle) > SAME_LOSS * middle);
    if (other) throw new Error(`${other[0]} begins with loss ${other[1]} where ${tying} has ${middle}.`);
  }
}

/** Steps with the contestants in the page. */
function runner(/** @type {import('@playwright/test').Page} */ page) {
  /** @returns {Promise<Step[]>} */
  return async ({ id, name }, steps, countGl = false) => {
    const answer = await page.evaluate(`contest.run('${id}', ${JSON.stringify({ steps, countGl })})`);
    if ('error' in answer) throw new Error(`${name}: ${answer.error}`);
    return answer.steps;
  };
}

/** @returns {Promise<{id: string, name: string}[]>} */
async function chosenOf(
  /** @type {import('@playwright/test').Page} */ page,
  /** @type {string[] | null} */ only,
) {
  const all = await page.evaluate('contest.list');
  const unknown = only?.filter((id) => all.every((one) => one.id !== id)) ?? [];
  const ids = all.map(({ id }) => id).join(', ');
  if (unknown.length > 0) throw new Error(`No contestant ${unknown.join(', ')}. There are: ${ids}.`);
  return all.filter(({ id }) => only?.includes(id) ?? true);
}

/**
 * @param {{only: string[] | null, rounds: number, steps: number}} options `only`: ids; null: all
 * @param {(line: string) => void} say
 * @returns {Promise<{contest: Contest, renderer: string, browser: string}>}
 */
export function benchSteps({ only, rounds, steps }, say) {
  return withContest(say, async (page) => {
    const chosen = await chosenOf(page, only);
    const run = runner(page);
    const records = [];
    for (const one of chosen) {
      say(`${one.name}: warming up ...`);
      records.push({ ...one, losses: (await run(one, WARM_UP)).map(({ loss }) => loss), ms: [] });
    }
    checkSameStart(new Map(records.map(({ name, losses }) => [name, losses[0]])));
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
    for (const { id, name, ms, losses } of records) {
      const gl = mostCalls(await run({ id, name }, COUNTED, true));
      rows.push({ id, name, ms, gl, loss: lossesOf(name, losses) });
    }
    return {
      contest: { rows, rounds, steps, warmUp: WARM_UP, counted: COUNTED },
      renderer: await rendererOf(page),
      browser: page.context().browser()?.version() ?? '',
    };
  });
}
