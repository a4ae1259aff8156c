/** What a training step of a recurrent network asks of the GPU, counted exactly. No clock is involved. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countGlCalls, type GlCounter } from '../../bench/count-gl-calls';
import { blocksOf, updateStep } from '../../src/engine/optimizers';
import { packParameters } from '../../src/engine/parameter-layout';
import { readTogether } from '../../src/engine/readings';
import { withoutLeaks } from '../../src/engine/tfjs-kernels';
import { recurrentTrainer } from '../../src/engine/trainers/recurrent-trainer';
import { initialWeights } from '../../src/math/initial-weights';
import type { RecurrentNetworkSpec } from '../../src/spec/experiment-spec';
import { openBackend } from './support';

let counter: GlCounter;
beforeAll(async () => {
  await openBackend('webgl');
  counter = countGlCalls();
});
afterAll(() => counter.stop());

const BATCH = 64;
const optimizer = { kind: 'adam', rate: 0.003, decay: 'none' } as const;

function open(id: 'shared' | 'independent', trained: number, reads: number) {
  const sizes = { symbols: 26, hidden: 48, classes: 6, trained, reads };
  const network: RecurrentNetworkSpec = { kind: 'recurrent', id, ...sizes, tying: { kind: id } };
  const trainer = recurrentTrainer(network, blocksOf('adam'), { batch: BATCH, optimizer });
  trainer.setParameters(packParameters(trainer.layout, initialWeights(network, 1)));
  const batch = {
    step: 0,
    inputs: Float32Array.from({ length: BATCH * trained }, (_, at) => at % 26),
    labels: Float32Array.from({ length: BATCH * trained }, (_, at) => (at % trained ? -1 : at % 6)),
  };
  const train = (steps: number) => {
    for (let step = 0; step < steps; step++) trainer.step(batch, updateStep(optimizer, step, 100));
  };
  return { trainer, train };
}

for (const [trained, reads] of [
  [6, 12],
  [12, 24],
  [12, 12],
] as const)
  test(`a step unrolled to ${trained} of ${reads} is two draws a time step and at most eight more, two uploads, no read`, () => {
    for (const id of ['shared', 'independent'] as const) {
      const { trainer, train } = open(id, trained, reads);
      train(3);
      counter.take();
      train(1);
      const { draws, calls, uploads, reads: read } = counter.take();
      // biome-ignore lint/suspicious/noConsole: the figures belong in the test's report
      console.info(`${id}, ${trained} of ${reads} steps: ${draws} draws, ${calls} calls`);
      // Two draws bring symbols and labels into their textures; the segment sum falls away where the ledger is the gradient.
      const summed = id === 'shared' || trained < reads ? 1 : 0;
      expect(draws).toBe(2 * trained + 7 + summed);
      expect(draws).toBeLessThanOrEqual(40);
      expect([uploads, read]).toEqual([2, 0]);
      train(10);
      const ten = counter.take();
      expect(ten.draws).toBe(10 * draws);
      // Losses of ten steps are one read and the draw that prepares it.
      expect(trainer.takeLosses()).toHaveLength(14);
      expect(counter.take()).toMatchObject({ draws: 1, reads: 1, uploads: 0 });
      train(1);
      expect(counter.take().draws).toBe(draws);
      trainer.dispose();
    }
  });

test('a frame of both networks is one read, and three draws with or without the ledger', () => {
  const both = (['shared', 'independent'] as const).map((id) => open(id, 6, 12));
  const frame = (withLedger: boolean) =>
    withoutLeaks(() => {
      const seen = both.map(({ trainer }) => trainer.firstLayer({ filter: 3, filters: 4 }, withLedger));
      readTogether(
        seen
          .flatMap(({ kernels, previousKernels, ledger, gradient }) => [
            kernels,
            previousKernels,
            ledger,
            gradient,
          ])
          .filter((reading) => reading !== null),
      );
    });
  for (const { train } of both) train(2);
  frame(true);
  for (const { train } of both) train(1);
  counter.take();
  frame(true);
  expect(counter.take()).toMatchObject({ draws: 3, reads: 1, uploads: 0 });
  frame(false);
  expect(counter.take()).toMatchObject({ draws: 3, reads: 1, uploads: 0 });
  for (const { trainer } of both) trainer.dispose();
});

test('after the warm-up neither a step nor an answer compiles anything', () => {
  const { trainer, train } = open('shared', 5, 7);
  let parts = 0;
  for (const _ of trainer.warmUp()) parts++;
  expect(parts).toBeGreaterThan(4);
  const compiled: string[] = [];
  const original = WebGL2RenderingContext.prototype.linkProgram;
  WebGL2RenderingContext.prototype.linkProgram = function (program) {
    compiled.push('program');
    original.call(this, program);
  };
  train(1);
  trainer.outputs(new Float32Array(7), 1);
  WebGL2RenderingContext.prototype.linkProgram = original;
  expect(compiled).toEqual([]);
  trainer.dispose();
});
