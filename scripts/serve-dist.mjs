/** Serves the built page on this machine only. Used by start, shots and the browser tests. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Tries `port` and, unless `strict`, the ones after it until one is free.
 * @param {{port: number, strict?: boolean}} where
 */
export async function serveDist({ port, strict = false }) {
  if (!existsSync(join(root, 'dist/index.html')))
    throw new Error('Nothing is built yet: run `npm run build`.');
  const { preview } = await import('vite');
  const server = await preview({
    root,
    logLevel: 'error',
    preview: { port, strictPort: strict, open: false },
  });
  const address = server.resolvedUrls?.local[0];
  if (!address) throw new Error('The server started without an address.');
  return { address, close: () => server.close() };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.argv[2] ?? 4173);
  const { address } = await serveDist({ port, strict: true });
  console.log(address);
}
