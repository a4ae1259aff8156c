/**
 * A small static host for tests of delivery: any sub-folder, with the headers that a test wants, host pages of the
 * test's own beside it. Unlike the preview server it can withhold the CORS header and be another build.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Page } from '@playwright/test';

export const dist = join(process.cwd(), 'dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

type Headers = Readonly<Record<string, string>>;

export type Host = {
  /** Of the folder, with a slash at the end. */
  readonly address: string;
  /** Paths asked for so far, as in the folder. */
  readonly asked: string[];
  /** Serves this folder from now on. */
  serve(folder: string): void;
  close(): Promise<void>;
};

export async function serveFolder(options: {
  readonly folder?: string;
  /** Where on the host the folder is, with slashes around. */
  readonly at?: string;
  readonly headersFor?: (path: string) => Headers;
  /** Pages that are not in the folder: path from the host's root, and text. */
  readonly pages?: Readonly<Record<string, string>>;
}): Promise<Host> {
  const { at = '/', headersFor = () => ({}), pages = {} } = options;
  let folder = options.folder ?? dist;
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[pathname];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': TYPES['.html'] }).end(page);
      return;
    }
    const path = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
    const file = normalize(path).startsWith(at) ? path.slice(at.length) : '..';
    asked.push(file);
    try {
      if (file.includes('..')) throw new Error('outside');
      const bytes = await readFile(join(folder, file));
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'content-type': type, ...headersFor(pathname) }).end(bytes);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.');
  return {
    address: `http://127.0.0.1:${bound.port}${at}`,
    asked,
    serve(other) {
      folder = other;
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** What a `_headers` file (Netlify, Cloudflare Pages) says of a path. Throws where it says one header twice. */
export function headersFrom(text: string): (path: string) => Headers {
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue;
    if (!line.startsWith(' ')) rules.push({ pattern: line.trim(), headers: [] });
    else {
      const [name = '', ...value] = line.trim().split(': ');
      rules.at(-1)?.headers.push([name.toLowerCase(), value.join(': ')]);
    }
  }
  const matches = (pattern: string, path: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return (path) => {
    const found = rules.filter(({ pattern }) => matches(pattern, path)).flatMap(({ headers }) => headers);
    const result = Object.fromEntries(found);
    if (Object.keys(result).length < found.length) throw new Error(`A header stands twice for ${path}.`);
    return result;
  };
}

/** Errors of this page from now on, as they come: uncaught ones and those of the console. */
export function errorsOf(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return errors;
}
