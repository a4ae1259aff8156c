/** A page around a frame, on another origin of this machine, and what it sends to the lab and hears from it. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { CommandType, LabMessage } from '../../src/spec/frame-messages';
import { test as base } from './page';

/** The functions of tests/fixtures/host.html. */
declare const received: LabMessage[];
declare function post(data: unknown): void;
declare function ask(type: string, payload: unknown): Promise<LabMessage>;

const files: Readonly<Record<string, readonly [type: string, path: string]>> = {
  '/host/': ['text/html', 'tests/fixtures/host.html'],
  '/host/open-iframe-resizer.js': ['text/javascript', 'node_modules/@open-iframe-resizer/core/dist/index.js'],
};

/** Serves the course page; `localhost` and another port are another origin than that of the lab. */
async function serveHost(): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer((request, response) => {
    const [type, path] = files[(request.url ?? '').split('?')[0] ?? ''] ?? [];
    if (!type || !path) return response.writeHead(404).end();
    return response.writeHead(200, { 'Content-Type': type }).end(readFileSync(path));
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The course page has no address.');
  return { origin: `http://localhost:${address.port}`, close: () => void server.close() };
}

export type Course = {
  /** Asks the lab for something; gives the reply. */
  ask(type: CommandType, payload?: unknown): Promise<LabMessage>;
  post(data: unknown): Promise<void>;
  /** What is one of our messages. */
  received(): Promise<LabMessage[]>;
  frameHeight(): Promise<number>;
};

/** How the lab is asked for, and the resizer that the course page runs. */
type CourseFrame = { readonly query?: string; readonly hash?: string; readonly resizer?: string };

type Host = { readonly openHost: (frame?: CourseFrame) => Promise<Course> };

export const test = base.extend<Host, { readonly hostOrigin: string }>({
  hostOrigin: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
    async ({}, use) => {
      const host = await serveHost();
      await use(host.origin);
      host.close();
    },
    { scope: 'worker' },
  ],
  openHost: async ({ page, baseURL, hostOrigin }, use) =>
    use(async (frame = {}) => {
      const { query = 'embed=1&backend=cpu', hash = '#v=1&lab=convolution&seed=1', resizer = 'none' } = frame;
      const src = encodeURIComponent(`${baseURL}?${query}${hash}`);
      await page.goto(`${hostOrigin}/host/?resizer=${resizer}&frame=${src}`);
      return {
        ask: (type, payload) =>
          page.evaluate(([type, payload]) => ask(String(type), payload), [type, payload]),
        post: (data) => page.evaluate((data) => post(data), data),
        received: () => page.evaluate(() => received.filter((message) => message?.ns === 'tied')),
        frameHeight: () => page.locator('iframe').evaluate((element) => element.clientHeight),
      };
    }),
});
