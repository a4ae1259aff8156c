/**
 * Makes a fresh clone ready: installs the packages when they are missing or not those of package-lock.json,
 * then makes the data files. Does nothing when all is current. Imports only Node until packages are there.
 */
import './check-node.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
/** What npm itself notes of the installed packages. */
const installedFile = join(root, 'node_modules/.package-lock.json');

/** @param {string} path */
const packagesIn = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Compared by content, not by time: a checkout touches files without changing them. */
function packagesAreCurrent() {
  if (!existsSync(installedFile)) return false;
  const installed = packagesIn(installedFile);
  return Object.entries(packagesIn(lockFile)).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    // Left out on this platform.
    if (!found) return wanted.optional || wanted.devOptional || wanted.peer === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function installPackages() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm tells where it is when it started this script; that also works where `npm` is a shell file.
  const npm = process.env.npm_execpath;
  const viaNode = npm?.endsWith('.js');
  const { status, error } = spawnSync(viaNode ? process.execPath : 'npm', viaNode ? [npm, ...args] : args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !viaNode && process.platform === 'win32',
  });
  if (error?.code === 'ENOENT') throw new Error('npm was not found. It comes with Node: https://nodejs.org');
  if (status !== 0) {
    throw new Error(
      'The packages could not be installed; npm says why above. They come from registry.npmjs.org: is there a connection?',
    );
  }
}

/** @param {(line: string) => void} say */
export async function prepare(say) {
  if (!packagesAreCurrent()) {
    say('Installing packages (npm ci) ...');
    installPackages();
  }
  const { makeData } = await import('./make-data.mjs');
  const written = makeData();
  if (written.length > 0) say(`Made ${written.join(' and ')}.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await prepare(console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
