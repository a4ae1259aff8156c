/** The rule that chooses a backend, with stand-ins for canvases. */
import { expect, test } from 'vitest';
import { chooseBackend, type WebglCanvas } from '../../src/engine/backend';

const canvas = (renderer: string): WebglCanvas => ({
  getContext: () => ({
    getExtension: () => ({}),
    getParameter: () => renderer,
    isContextLost: () => false,
  }),
});

test('without a canvas or a context the engine computes on cpu and says why', async () => {
  expect(await chooseBackend('auto', () => null)).toMatchObject({ name: 'cpu', reason: 'no-webgl' });
  expect(await chooseBackend('webgl', () => null)).toMatchObject({
    name: 'cpu',
    reason: 'asked-but-missing',
  });
  const throws = () => {
    throw new Error('blocked');
  };
  expect(await chooseBackend('auto', throws)).toMatchObject({ name: 'cpu', reason: 'no-webgl' });
});

test('cpu on request asks for no canvas', async () => {
  const never = () => {
    throw new Error('asked for a canvas');
  };
  expect(await chooseBackend('cpu', never)).toMatchObject({ name: 'cpu', reason: 'asked' });
});

test('a software renderer is told by its name and left alone by auto', async () => {
  for (const name of ['Google SwiftShader', 'llvmpipe (LLVM 15)', 'Microsoft Basic Render Driver'])
    expect(await chooseBackend('auto', () => canvas(name))).toMatchObject({
      name: 'cpu',
      reason: 'software-gpu',
    });
});

test('a context that cannot draw leads to cpu', async () => {
  const { name } = await chooseBackend('auto', () => canvas('Some GPU'));
  expect(name).toBe('cpu');
});
