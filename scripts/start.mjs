/** `npm start`: from a fresh clone to the running page. Imports only Node until packages are there. */
import './check-node.mjs';
import { prepare } from './prepare.mjs';

try {
  await prepare(console.log);
  console.log('Building ...');
  const { buildAll } = await import('./build.mjs');
  await buildAll();
  const { serveDist } = await import('./serve-dist.mjs');
  const { address } = await serveDist({ port: 4173 });
  console.log(`\n  Tied is running at  ${address}\n\n  Ctrl+C stops it.\n`);
} catch (error) {
  console.error(`\nTied could not be started. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
