/** Where Chrome or Chromium is on this machine; on Debian as root it can be installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Flags for a machine without a GPU; nothing leaves it. The sandbox cannot start as root. */
export const browserArgs = [
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Debian's Chromium without the windows of a whole browser: tests take half the time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

function commonPlaces() {
  if (process.platform === 'darwin') {
    return ['/Applications', join(process.env.HOME ?? '', 'Applications')].flatMap((folder) =>
      ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Microsoft Edge'].map((name) =>
        join(folder, `${name}.app/Contents/MacOS/${name}`),
      ),
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) =>
        [
          'Google/Chrome/Application/chrome.exe',
          'Chromium/Application/chrome.exe',
          'Microsoft/Edge/Application/msedge.exe',
        ].map((name) => join(folder, name)),
      );
  }
  return [
    HEADLESS_SHELL,
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/opt/google/chrome/chrome',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ];
}

/** Ubuntu's /usr/bin/chromium-browser can be a note that says to install a snap: ask it for its version. */
function starts(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true; // there it would open a window
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

function isDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installOnDebian(/** @type {(line: string) => void} */ say) {
  say(`Installing Chromium (apt-get install chromium-headless-shell) ...`);
  for (const args of [['update'], ['install', '-y', 'chromium-headless-shell']]) {
    const { status, stdout, stderr } = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      maxBuffer: 1 << 26,
    });
    if (status !== 0) say(`apt-get ${args.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`);
  }
}

const advice = () =>
  [
    'No Chrome or Chromium was found. The browser tests need one:',
    process.platform === 'linux'
      ? '  Debian: sudo apt-get install chromium-headless-shell. Elsewhere: Chrome from https://www.google.com/chrome'
      : '  install Chrome from https://www.google.com/chrome',
    '  or set CHROME_PATH to the program file of the one you have.',
  ].join('\n');

/**
 * The path of a browser that starts; throws with what to do when there is none.
 * @param {{install?: boolean, say?: (line: string) => void}} [how] `install`: may install one (Debian, as root)
 */
export function findBrowser({ install = false, say = () => {} } = {}) {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (starts(asked)) return asked;
    throw new Error(`CHROME_PATH is set to ${asked}, but no browser starts there.`);
  }
  if (install && isDebianAsRoot() && !existsSync(HEADLESS_SHELL)) installOnDebian(say);
  const found = commonPlaces().find(starts);
  if (found) return found;
  throw new Error(advice());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(findBrowser({ install: true, say: console.error }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
