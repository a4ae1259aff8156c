/** The rule in a real browser whose only GPU is software, and what a step costs there in draws. */
import { env } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { chooseBackend, engineMemory } from '../../src/engine/backend';
import { createSession } from '../../src/engine/session';
import type { NetworkId } from '../../src/spec/experiment-spec';
import {
  clock,
  countOf,
  dataOf,
  flagshipExperiment,
  lossOfStep,
  noiseDigits,
  openBackend,
  watchedOf,
} from './support';

test('one context is made, however often the backend is had', async () => {
  const { getContext } = OffscreenCanvas.prototype;
  let made = 0;
  OffscreenCanvas.prototype.getContext = function (this: OffscreenCanvas, ...args: unknown[]) {
    made++;
    return Reflect.apply(getContext, this, args);
  } as typeof getContext;
  for (const expected of [1, 2]) {
    (await openBackend('webgl')).dispose();
    expect(made).toBe(expected);
  }
  OffscreenCanvas.prototype.getContext = getContext;
});

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

test('cpu and webgl losses stay together', async () => {
  const data = dataOf(noiseDigits(200, 10));
  const losses: Record<string, Float32Array> = {};
  for (const name of ['cpu', 'webgl'] as const) {
    const backend = await openBackend(name);
    const session = createSession({ spec: flagshipExperiment(), data, backend, clock });
    for (const id of ['shared', 'independent'] satisfies NetworkId[])
      losses[`${name} ${id}`] = session.train(id, 6).losses;
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
  const data = dataOf(noiseDigits(20, 10));
  const session = createSession({ spec, data, backend, clock });
  session.train('shared');
  canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  const lost = expect.objectContaining({ code: 'context-lost' });
  expect(() => session.train('shared')).toThrow(lost);
  expect(() => session.predict('shared', new Float32Array(784))).toThrow(lost);
  expect(() => watchedOf(session, 'shared', { filter: 0, filters: 1, ledger: true })).toThrow(lost);
  session.dispose();
  backend.dispose();
  const cpu = await openBackend('cpu');
  const again = createSession({ spec, data, backend: cpu, clock });
  expect(lossOfStep(again, 'shared')).toBeGreaterThan(0);
  again.dispose();
});

test('another configuration gives the GPU its memory back; programs, tensors and bytes do not pile up', async () => {
  const backend = await openBackend('webgl');
  const data = dataOf(noiseDigits(60, 20));
  backend.freshen();
  const empty = engineMemory();
  const once = (batch: number) => {
    const session = createSession({ spec: flagshipExperiment({ batch }), data, backend, clock });
    session.train('shared', 2);
    session.train('independent', 2);
    session.watched(['shared', 'independent'], { filter: 1, filters: 1, ledger: true });
    countOf(session, 'shared', 'test', 0, 20);
    const { gpuBytes } = engineMemory();
    session.dispose();
    backend.freshen();
    return { gpuBytes, after: engineMemory() };
  };
  const first = once(8);
  expect(first.gpuBytes).toBeGreaterThan(1e6);
  expect(first.after).toEqual(empty);
  for (const batch of [4, 16, 8]) expect(once(batch).after).toEqual(empty);
  expect(once(8).gpuBytes).toBe(first.gpuBytes);
  backend.dispose();
});

test('a GPU that computes with half floats only is found out by a draw, whatever was asked', async () => {
  env().set('WEBGL_FORCE_F16_TEXTURES', true);
  env().set('WEBGL_RENDER_FLOAT32_ENABLED', false);
  const chosen = await chooseBackend('webgl', () => new OffscreenCanvas(1, 1));
  env().set('WEBGL_FORCE_F16_TEXTURES', false);
  env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);
  expect(chosen).toMatchObject({ name: 'cpu', reason: 'half-float' });
});
