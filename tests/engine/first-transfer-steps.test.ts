/**
 * A short run of Transfer across the end of the old task, batches of 8: figures that a browser test finds again on the
 * screen. Rounded, since engines differ in the last bits of Math.exp.
 */
import { expect, test } from 'vitest';
import { createSession } from '../../src/engine/session';
import { buildSpec } from '../../src/labs/transfer/build-spec';
import { type TransferState, transferParameters } from '../../src/labs/transfer/parameters';
import { defaultsOf } from '../../src/spec/parameters';
import { TRANSFER_NETWORKS } from '../../src/spec/transfer-network';
import { realDigits } from './real-digits';
import { clock, countOf, dataOf, openBackend } from './support';

test('the figures of 520 steps are those that the browser test looks for', async () => {
  const backend = await openBackend('cpu');
  const state: TransferState = { ...defaultsOf(transferParameters), steps: 520, batch: 8 };
  const session = createSession({ spec: buildSpec(state), data: dataOf(realDigits()), backend, clock });
  const figures = TRANSFER_NETWORKS.map((network) => {
    for (let step = 0; step < 500; step += 20) session.train(network, 20);
    const old = countOf(session, network, 'test', 0, 2000) / session.sizeOf(network, 'test');
    const { losses } = session.train(network, 20);
    const test = countOf(session, network, 'test', 0, 2000) / session.sizeOf(network, 'test');
    const shown = { old, loss: losses.at(-1) ?? Number.NaN, test };
    return [
      network,
      Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, value.toFixed(2)])),
    ];
  });
  session.dispose();
  const text = `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../fixtures/first-transfer-steps.json');
});
