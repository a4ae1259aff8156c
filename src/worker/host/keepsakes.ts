/**
 * Sends the page the weights of training that went well, so that no fault of worker or GPU loses more than the
 * steps since. The same weights are sent once; weights of a network that has diverged are never sent.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Keepsake } from '../messages';
import type { Bench } from './bench';
import type { SendRunEvent, TrainingSession } from './ports';

export type KeepsakeSender = {
  /** The weights of these networks as they are now, unless the page has them. */
  keep(networks: readonly NetworkId[]): void;
  /** The weights have been changed by something else than a step: those that the page has are others. */
  changed(network: NetworkId): void;
};

/** Arrays of their own: they are handed over, and a backend may have given us its very weights. */
const copyOf = ({ step, arrays, history }: Keepsake): Keepsake => ({
  step,
  arrays: arrays.map((array) => array.slice()),
  history,
});

/** `has`: steps of the weights that the page has already. It can always make those of step 0 anew. */
export function createKeepsakeSender(
  session: TrainingSession,
  bench: Bench,
  send: SendRunEvent,
  has: Partial<Record<NetworkId, number>>,
): KeepsakeSender {
  const sent: Partial<Record<NetworkId, number | null>> = { ...has };
  return {
    keep(networks) {
      const kept: Partial<Record<NetworkId, Keepsake>> = {};
      const losses: Partial<Record<NetworkId, Float32Array>> = {};
      for (const network of networks) {
        const step = session.stepOf(network);
        const last = sent[network] === undefined ? 0 : sent[network];
        const keepsake = last === step ? null : bench.track(network).keepsake();
        if (!keepsake) continue;
        kept[network] = copyOf(keepsake);
        losses[network] = bench.track(network).unsentLosses();
        sent[network] = step;
      }
      if (Object.keys(kept).length > 0) send({ type: 'kept', networks: kept, losses });
    },
    changed(network) {
      bench.track(network).changed();
      sent[network] = null;
    },
  };
}
