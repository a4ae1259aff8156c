/** A run of 60 steps at its end, as an embed would show it before anybody presses Run. */
import type { StoredRun } from '../../src/store/stored-run';
import { pageAndHost } from './page-and-host';

export async function recordRun(): Promise<StoredRun> {
  const source = pageAndHost();
  source.store.setSpeed('fast');
  source.store.run();
  await source.quiet();
  const { spec, step, networks, prediction, surveys } = source.state();
  if (!spec) throw new Error('no experiment');
  return { spec, step, networks, prediction, surveys, input: Float32Array.of(0, 1 / 3) };
}
