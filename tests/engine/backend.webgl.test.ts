/** The rule in a real browser whose only GPU is software, and what a step costs there in draws. */
import { expect, test } from 'vitest';
import { chooseBackend } from '../../src/engine/backend';
import { createSession } from '../../src/engine/session';
import { drawCount } from '../../src/engine/tfjs-kernels';
import type { NetworkId } from '../../src/spec/experiment-spec';
import { clock, flagshipExperiment, noiseDigits, openBackend } from './support';

test('auto leaves a software GPU alone, an explicit choice wins, and the backend can be had again', async () => {
  const makeCanvas = () => new OffscreenCanvas(1, 1);
  expect(await chooseBackend('auto', makeCanvas)).toMatchObject({ name: 'cpu', reason: 'software-gpu' });
  const first = await chooseBackend('webgl', makeCanvas);
  expect(first).toMatchObject({ name: 'webgl', reason: 'asked' });
  first.dispose();
  const second = await chooseBackend('webgl', makeCanvas);
  expect(second.name).toBe('webgl');
  expect(second.isLost()).toBe(false);
  second.dispose();
});

test('a step takes at most 20 draws of our kernels, and cpu and webgl losses stay together', async () => {
  const digits = noiseDigits(200, 10);
  const losses: Record<string, number[]> = {};
  for (const name of ['cpu', 'webgl'] as const) {
    const backend = await openBackend(name);
    const session = createSession({ spec: flagshipExperiment(), digits, backend, clock });
    for (const id of ['shared', 'independent'] satisfies NetworkId[]) {
      const before = drawCount.kernels;
      const steps = Array.from({ length: 4 }, () => session.trainStep(id));
      losses[`${name} ${id}`] = steps.map((step) => step.loss);
      const draws = (drawCount.kernels - before) / 4;
      const ms = steps.map((step) => step.ms).sort((a, b) => a - b)[1] ?? 0;
      // biome-ignore lint/suspicious/noConsole: the figures belong in the test's report
      console.info(`${name} ${id}: ${draws} draws, ${ms.toFixed(0)} ms a step`);
      if (name === 'webgl') expect(draws).toBeLessThanOrEqual(20);
    }
    session.dispose();
    backend.dispose();
  }
  for (const id of ['shared', 'independent'])
    losses[`webgl ${id}`]?.forEach((loss, step) => {
      expect(Math.abs(loss - (losses[`cpu ${id}`]?.[step] ?? NaN))).toBeLessThan(1e-3);
    });
});

test('a context lost between steps is an error with its code, and cpu works afterwards', async () => {
  const canvas = new OffscreenCanvas(1, 1);
  const backend = await chooseBackend('webgl', () => canvas);
  const spec = flagshipExperiment({ batch: 8 });
  const digits = noiseDigits(20, 10);
  const session = createSession({ spec, digits, backend, clock });
  session.trainStep('shared');
  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  const lost = expect.objectContaining({ code: 'context-lost' });
  expect(() => session.trainStep('shared')).toThrow(lost);
  expect(() => session.predict('shared', new Float32Array(784))).toThrow(lost);
  expect(() => session.watched('shared', { filter: 0, ledger: true })).toThrow(lost);
  session.dispose();
  backend.dispose();
  const cpu = await openBackend('cpu');
  const again = createSession({ spec, digits, backend: cpu, clock });
  expect(again.trainStep('shared').loss).toBeGreaterThan(0);
  again.dispose();
});
