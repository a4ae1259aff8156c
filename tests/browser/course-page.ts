/**
 * A course page of another origin than the lab's, from a server of its own: a page that a test hands to the browser
 * without one may not load from this machine. Errors of the pages fail the test.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { test as base, expect } from '@playwright/test';

type Answer = { readonly text: string; readonly type: string; readonly policy?: string | undefined };

type Host = {
  /** Where Tied is, without a slash at the end. */
  readonly site: string;
  /** Folder of a frame that speaks the contract and does nothing else; of another origin than the course, too. */
  readonly fakeLab: string;
  /** Opens the course page with this text, where SITE is the site, under this policy. */
  readonly openCourse: (text?: string, policy?: string) => Promise<void>;
  /** What the pages complained about. */
  readonly complaints: string[];
};

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

export const test = base.extend<Host, { readonly server: { readonly port: number; course: Answer } }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use) => {
      const server = { port: 0, course: { text: '', type: 'text/html' } satisfies Answer };
      const answers = (path: string): Answer => {
        if (path === '/fake/fake-lab.js') return { text: fixture('fake-lab.js'), type: 'text/javascript' };
        return path === '/fake/' ? { text: fixture('fake-lab.html'), type: 'text/html' } : server.course;
      };
      const http = createServer(({ url }, response) => {
        const { text, type, policy } = answers(new URL(url ?? '', 'http://localhost').pathname);
        response.setHeader('Content-Type', type);
        if (policy) response.setHeader('Content-Security-Policy', policy);
        response.end(text);
      });
      await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
      const address = http.address();
      server.port = typeof address === 'object' && address ? address.port : 0;
      await use(server);
      http.close();
      http.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  site: async ({ baseURL }, use) => use((baseURL ?? '').replace(/\/$/, '')),
  fakeLab: async ({ server }, use) => use(`http://127.0.0.1:${server.port}/fake/`),
  openCourse: async ({ page, server, site }, use) =>
    use(async (text = fixture('element-host.html'), policy) => {
      server.course = { text: text.replaceAll('SITE', site), type: 'text/html', policy };
      await page.goto(`http://localhost:${server.port}/`);
    }),
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        const { url } = message.location();
        if (message.type() === 'error' && !url.endsWith('/favicon.ico'))
          complaints.push(`${message.text()} ${url}`);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
