/** The command line of `npm run bench`: what to run, how long, how to print. Throws with a sentence on a mistake. */

export const usage =
  'npm run bench -- [--json] [--only=steps,frames,<experiment>,<contestant>,...] [--rounds=N] [--steps=N]';

const whole = (/** @type {string} */ text, /** @type {string} */ flag) => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`--${flag} takes a whole number from 1, not "${text}".`);
  return Number(text);
};

/**
 * @typedef {object} Options
 * @property {boolean} json print JSON and nothing else
 * @property {string[] | null} only parts (`steps`, `frames`), experiments or contestants; null: everything
 * @property {number} rounds of the contest
 * @property {number} steps of each contestant in a round
 */

/**
 * @param {string[]} given
 * @returns {Options}
 */
export function parseOptions(given) {
  /** @type {Options} */
  const options = { json: false, only: null, rounds: 7, steps: 3 };
  for (const argument of given) {
    const [flag, value] = argument.replace(/^--/, '').split('=');
    if (argument === '--json') options.json = true;
    else if (flag === 'only' && value) options.only = value.split(',');
    else if ((flag === 'rounds' || flag === 'steps') && value !== undefined)
      options[flag] = whole(value, flag);
    else throw new Error(`Unknown option ${argument}.\n${usage}`);
  }
  return options;
}
