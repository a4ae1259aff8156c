/** Runs modules of the app in Node, TypeScript and all, for scripts that need the app's own words, links and engine. */
import { join } from 'node:path';
import { createServer } from 'vite';

/**
 * `load` takes a path below src. What it gives is gone when `use` has ended: modules may load others on their way.
 * @template Result
 * @param {string} root
 * @param {(load: (path: string) => Promise<Record<string, any>>) => Promise<Result>} use
 */
export async function withAppModules(root, use) {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    // Every import of tfjs must meet the same instance; its own packages point in Node to another build.
    resolve: {
      alias: [
        {
          find: /^@tensorflow\/tfjs-core$/,
          replacement: join(root, 'node_modules/@tensorflow/tfjs-core/dist/tf-core.fesm.js'),
        },
      ],
    },
    ssr: { noExternal: [/@tensorflow/] },
  });
  try {
    return await use((path) => server.ssrLoadModule(`/src/${path}`));
  } finally {
    await server.close();
  }
}
