/** dist/embed.mjs as notebooks run it: imported from a blob, rendered with a model, driven from the kernel. */
import { expect, test } from './course-page';

test('the module works from a blob with a model, and its end leaves nothing', async ({
  page,
  site,
  openCourse,
}) => {
  await openCourse('<div id="cell"></div>');
  const code = await (await page.request.get(`${site}/embed.mjs`)).text();
  const seen = await page.evaluate(
    async ({ code, base }) => {
      const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const module = await import(address);
      const values: Record<string, unknown> = {
        base,
        act: 'learn',
        backend: 'cpu',
        start: 'paused',
        examples: 200,
        seed: 3,
        state: { data: 'corner' },
        metrics: {},
      };
      const listeners = new Map<string, Set<(value: unknown) => void>>();
      const sent: { type: string; id: number; payload: unknown }[] = [];
      const tell = (event: string, value?: unknown) => {
        for (const heard of listeners.get(event) ?? []) heard(value);
      };
      const model = {
        get: (key: string) => values[key],
        set(key: string, value: unknown) {
          values[key] = value;
          tell(`change:${key}`, value);
        },
        save_changes() {},
        on(event: string, heard: (value: unknown) => void) {
          listeners.set(event, (listeners.get(event) ?? new Set()).add(heard));
        },
        off(event: string, heard: (value: unknown) => void) {
          listeners.get(event)?.delete(heard);
        },
        send: (message: { type: string; id: number; payload: unknown }) => sent.push(message),
      };
      const until = async (isSo: () => boolean) => {
        for (let i = 0; i < 600 && !isSo(); i++) await new Promise((next) => setTimeout(next, 100));
      };
      const el = document.querySelector('#cell');
      const stop = module.default.render({ model, el });
      tell('msg:custom', { type: 'getState', id: 1 });
      await until(() => sent.length === 1);
      model.set('seed', 8);
      await until(() => Reflect.get(Object(values.state), 'seed') === 8);
      tell('msg:custom', { type: 'step', id: 2, payload: { count: 2 } });
      await until(() => sent.length === 2);
      stop();
      const listening = [...listeners.values()].reduce((sum, heard) => sum + heard.size, 0);
      return {
        sent,
        values,
        listening,
        left: el?.childElementCount,
        same: module.render === module.default.render,
      };
    },
    { code, base: `${site}/` },
  );
  expect(seen.sent).toMatchObject([
    { type: 'result', id: 1, payload: { state: { seed: 3, data: 'corner', examples: 200 } } },
    { type: 'result', id: 2, payload: { ok: true, step: 2 } },
  ]);
  expect(seen.values).toMatchObject({ state: { seed: 8, data: 'corner' }, metrics: { step: 2 } });
  expect([seen.listening, seen.left, seen.same]).toEqual([0, 0, true]);
});
