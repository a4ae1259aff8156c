/** Runs one program of a development package, keeps what it prints, stops it when it takes too long. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The script behind a package's command, run by this Node: the same on every system, no shell. */
function scriptOf(/** @type {string} */ packageName, /** @type {string} */ command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * @param {string[]} command a script of ours (`scripts/...`) or `package:command`, and its arguments
 * @param {{seconds: number, env?: Record<string, string>}} limits
 * @returns {Promise<{ok: boolean, output: string}>}
 */
export function runStep([program, ...args], { seconds, env = {} }) {
  const [packageName, name] = program.split(':');
  const script = name ? scriptOf(packageName, name) : join(root, program);
  // Colour codes only make a kept log hard to read.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const ownGroup = process.platform !== 'win32';
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: ownGroup,
    env: { ...inherited, NO_COLOR: '1', ...env },
  });
  /** @type {string[]} */
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => printed.push(text));
  }
  const send = (/** @type {NodeJS.Signals} */ signal) => {
    try {
      if (ownGroup && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // It has just ended by itself.
    }
  };
  /** First politely: a test runner then closes the browsers and servers that it has put in groups of their own. */
  const stop = () => {
    send('SIGINT');
    return setTimeout(() => send('SIGKILL'), 5000);
  };
  let interrupts = 0;
  const interrupted = () => {
    interrupts++;
    if (interrupts > 1) send('SIGKILL');
    else stop();
    child.on('close', () => process.exit(130));
  };
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  return new Promise((resolve) => {
    let tooLong = false;
    /** @type {NodeJS.Timeout | undefined} */
    let killer;
    const timer = setTimeout(() => {
      tooLong = true;
      killer = stop();
    }, seconds * 1000);
    const finish = (/** @type {boolean} */ ok, /** @type {string} */ note) => {
      clearTimeout(timer);
      clearTimeout(killer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
      resolve({ ok, output: printed.join('') + note });
    };
    child.on('error', (error) => finish(false, `${error.message}\n`));
    child.on('close', (code) =>
      finish(code === 0 && !tooLong, tooLong ? `\nStopped: took longer than ${seconds} seconds.\n` : ''),
    );
  });
}
