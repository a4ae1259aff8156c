/** What the offline worker keeps of a build: path in dist, and hash as in a subresource integrity attribute. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The full page and all it trains with; not the stored runs, which only embeds show. Fonts of other scripts are kept when a page has used them. */
const KEPT = [
  /^index\.html$/,
  /^(favicon|still)\.svg$/,
  /^manifest\.webmanifest$/,
  /^icons\//,
  /^assets\/(?!stored-run-).*\.(js|css)$/,
  /^assets\/inter-latin-wght-.*\.woff2$/,
  /^data\//,
];

/** @param {string | Buffer} content */
const hashOf = (content) => createHash('sha256').update(content).digest('base64');

/**
 * @param {string} dist
 * @returns {[path: string, integrity: string][]}
 */
export function keptFiles(dist) {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => KEPT.some((pattern) => pattern.test(path)))
    .sort()
    .map((path) => [path, `sha256-${hashOf(readFileSync(join(dist, path)))}`]);
}

/**
 * A short name for a build that keeps these files.
 * @param {[path: string, integrity: string][]} files
 */
export const buildNameOf = (files) => hashOf(JSON.stringify(files)).slice(0, 12);
