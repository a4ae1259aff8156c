/** The rule that chooses a backend, with stand-ins for canvases. */
import { expect, test } from 'vitest';
import { chooseBackend, type WebglCanvas } from '../../src/engine/backend';

const canvas = (renderer: string, extension: object = {}): WebglCanvas => ({
  getContext: () => ({
    getExtension: () => extension,
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

test('a context that cannot draw is given back and leads to cpu, which says why', async () => {
  for (const [choice, reason] of [
    ['auto', 'unusable-webgl'],
    ['webgl', 'asked-but-missing'],
  ] as const) {
    let givenBack = 0;
    const loseContext = () => {
      givenBack++;
    };
    const chosen = await chooseBackend(choice, () => canvas('Some GPU', { loseContext }));
    expect(chosen).toMatchObject({ name: 'cpu', reason });
    expect(givenBack).toBe(1);
  }
});
