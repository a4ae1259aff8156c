/** Runs a module of the app in Node, TypeScript and all, for a script that needs the app's own words and links. */
import { createServer } from 'vite';

/**
 * The module is gone when `use` has ended: it may load others on its way.
 * @template Result
 * @param {string} root
 * @param {string} path below the root, with a slash at the front
 * @param {(module: Record<string, any>) => Promise<Result>} use
 */
export async function withAppModule(root, path, use) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  });
  try {
    return await use(await server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}
