/** Builds the page, serves it and opens a browser for a script that looks at it; closes both whatever happens. */
import { prepare } from './prepare.mjs';

/**
 * @param {{port: number, build?: boolean, args?: readonly string[]}} how `args` of the browser, where not the usual ones
 * @param {(browser: import('@playwright/test').Browser, address: string) => Promise<void>} look
 */
export async function withBuiltPage({ port, build: builds = true, args }, look) {
  await prepare(console.log);
  if (builds) {
    const { buildAll } = await import('./build.mjs');
    await buildAll();
  }
  const { serveDist } = await import('./serve-dist.mjs');
  const { browserArgs, findBrowser } = await import('./find-browser.mjs');
  const { chromium } = await import('@playwright/test');
  const server = await serveDist({ port });
  try {
    const browser = await chromium.launch({
      executablePath: findBrowser({ install: true, say: console.log }),
      args: [...(args ?? browserArgs)],
    });
    try {
      await look(browser, server.address);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
