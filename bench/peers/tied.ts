/**
 * Ours: the session that the app trains with, on a named backend, and its trainers without a session. All that the
 * bench knows of our engine's training is here.
 */
import { chooseBackend, type EngineBackend } from '../../src/engine/backend';
import { blocksOf, updateStep } from '../../src/engine/optimizers';
import { packParameters } from '../../src/engine/parameter-layout';
import { createSession } from '../../src/engine/session';
import { autodiffTrainer } from '../../src/engine/trainers/autodiff-trainer';
import { recurrentTrainer } from '../../src/engine/trainers/recurrent-trainer';
import { initialWeights } from '../../src/math/initial-weights';
import type { BackendName } from '../../src/spec/backend';
import type { NetworkId } from '../../src/spec/experiment-spec';
import type { OpenContestant } from '../contestant';
import { type Experiment, specOf } from '../experiments/experiment';

async function openBackend(name: BackendName): Promise<EngineBackend> {
  const backend = await chooseBackend(name, () => new OffscreenCanvas(1, 1));
  if (backend.name !== name) throw new Error(`${name} is not to be had: ${backend.reason}.`);
  return backend;
}

/** The step as the app makes it, but for the loss, which the app reads once in several steps. */
export const openTied =
  (backendName: BackendName, experiment: Experiment, id: NetworkId): OpenContestant =>
  async ({ content }) => {
    const backend = await openBackend(backendName);
    const clock = () => performance.now();
    const session = createSession({ spec: specOf(experiment, id), data: content, backend, clock });
    return { step: () => session.train(id, 1).losses[0] ?? Number.NaN };
  };

/** The step over our registered kernels: of layers as tfjs differentiates it, of a recurrent network as in the app. */
export const openTiedTrainer =
  (backendName: BackendName, experiment: Experiment, id: NetworkId): OpenContestant =>
  async ({ nextBatch }) => {
    await openBackend(backendName);
    const { optimizer, steps, seed } = specOf(experiment, id);
    const network = experiment.network(id);
    const blocks = blocksOf(optimizer.kind);
    if (network.kind === 'start') throw new Error('A start has no kernels of its own.');
    const trainer =
      network.kind === 'recurrent' ? recurrentTrainer(network, blocks) : autodiffTrainer(network, blocks);
    trainer.setParameters(packParameters(trainer.layout, initialWeights(network, seed)));
    return {
      step() {
        const batch = nextBatch();
        trainer.step(batch, updateStep(optimizer, batch.step, steps));
        return trainer.takeLosses()[0] ?? Number.NaN;
      },
    };
  };
