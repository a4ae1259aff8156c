/**
 * Reading and writing of data files as wholes: packed with gzip, written beside and renamed, so that a broken-off
 * run leaves no half file. Knows nothing of what is in them.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Names of files are paths from the root of the repository, with forward slashes. */
const pathOf = (/** @type {string} */ name) => join(root, name);

export const sha256 = (/** @type {string | Uint8Array} */ content) =>
  createHash('sha256').update(content).digest('hex');

/**
 * The unpacked bytes of a gzip file; nothing when it is missing, cut short or not gzip.
 * @param {string} name
 * @returns {Buffer | undefined}
 */
export function readUnpacked(name) {
  if (!existsSync(pathOf(name))) return undefined;
  try {
    return gunzipSync(readFileSync(pathOf(name)));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes unpacked
 */
export const writePacked = (name, bytes) => writeWhole(name, gzipSync(bytes, { level: 9 }));

/**
 * @param {string} name
 * @returns {string | undefined} nothing when there is no such file
 */
export const readText = (name) => (existsSync(pathOf(name)) ? readFileSync(pathOf(name), 'utf8') : undefined);

/**
 * @param {string} name
 * @param {string | Uint8Array} content
 */
export function writeWhole(name, content) {
  const path = pathOf(name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.part`, content);
  renameSync(`${path}.part`, path);
}
