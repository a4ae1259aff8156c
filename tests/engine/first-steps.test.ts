/**
 * The first 20 steps of the default experiment, as figures that a browser test finds again on the screen: the
 * numbers shown are the numbers computed. Rounded, since engines differ in the last bits of Math.exp.
 */
import { expect, test } from 'vitest';
import { createSession } from '../../src/engine/session';
import { realDigits } from './real-digits';
import { clock, countOf, dataOf, flagshipExperiment, lossOfStep, openBackend } from './support';

test('the figures of the first 20 steps are those that the browser test looks for', async () => {
  const backend = await openBackend('cpu');
  const session = createSession({
    spec: flagshipExperiment({ seed: 1 }),
    data: dataOf(realDigits()),
    backend,
    clock,
  });
  const figures = Object.fromEntries(
    (['shared', 'independent'] as const).map((network) => {
      let loss = Number.NaN;
      for (let step = 0; step < 20; step++) loss = lossOfStep(session, network);
      const test = countOf(session, network, 'test', 0, 2000) / 2000;
      const train = countOf(session, network, 'train', 0, 2000) / 2000;
      const figures = { loss, test, train, gap: train - test };
      return [
        network,
        Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value.toFixed(2)])),
      ];
    }),
  );
  session.dispose();
  await expect(`${JSON.stringify(figures, null, 2)}\n`).toMatchFileSnapshot('../fixtures/first-steps.json');
});
