/** Figures of the first 20 steps of the multi-task lab, which the browser test expects on the screen. */
import { expect, test } from 'vitest';
import { createSession } from '../../src/engine/session';
import { decimal, large } from '../../src/i18n/format';
import { buildSpec } from '../../src/labs/multi-task/build-spec';
import { multiTaskParameters } from '../../src/labs/multi-task/parameters';
import { multiTaskIds } from '../../src/spec/multi-task-network';
import { defaultsOf } from '../../src/spec/parameters';
import { realDigits } from './real-digits';
import { clock, countOf, dataOf, openBackend } from './support';

test('the figures after 20 steps are those that the browser test expects', async () => {
  const spec = buildSpec({ ...defaultsOf(multiTaskParameters), steps: 20 });
  const session = createSession({
    spec,
    data: dataOf(realDigits()),
    backend: await openBackend('cpu'),
    clock,
  });
  const figures = multiTaskIds.map((id) => {
    const { losses } = session.train(id, 20);
    const [second, digit] = [0, 1].map((task) => countOf(session, id, 'test', 0, 2000, task) / 2000);
    const shown = {
      loss: large(losses.at(-1) ?? Number.NaN),
      second: decimal(second ?? Number.NaN),
      digit: decimal(digit ?? Number.NaN),
    };
    return [id, shown];
  });
  session.dispose();
  const text = `${JSON.stringify(Object.fromEntries(figures), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../fixtures/first-task-steps.json');
});
