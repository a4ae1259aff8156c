/**
 * At most one frame on its way: the next is sent only after the page has acknowledged the last. A frame
 * that falls due in between waits, and is made of what is true when it leaves: the ledger and its second
 * path are computed for frames that are sent, and for no other step, in one read for all networks.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { NetworkFrame, Watch } from '../frames';
import type { Bench } from './bench';
import type { SendRunEvent, TrainingSession } from './ports';

export type FrameSender = {
  /** A frame would leave at once. */
  readonly free: () => boolean;
  /** There is something that no frame has brought yet. */
  readonly waits: () => boolean;
  /** A frame with what has come of these networks and what the views watch of them. */
  due(networks: readonly NetworkId[]): void;
  acknowledged(): void;
  /** Nothing waits to be sent any more. */
  clear(): void;
};

export function createFrameSender(
  session: TrainingSession,
  bench: Bench,
  watch: () => Watch,
  send: SendRunEvent,
): FrameSender {
  let outstanding = false;
  const waiting = new Set<NetworkId>();

  function framesOf(networks: readonly NetworkId[]): Partial<Record<NetworkId, NetworkFrame>> {
    const { kernels, ...wanted } = watch();
    const layers = wanted.ledger || kernels ? session.watched(networks, wanted) : {};
    const frames: Partial<Record<NetworkId, NetworkFrame>> = {};
    for (const network of networks) {
      const step = session.stepOf(network);
      const track = bench.track(network);
      const layer = layers[network];
      frames[network] = {
        step,
        losses: track.takeLosses(),
        msPerStep: track.msPerStep(),
        watched: layer ? { step, loss: track.loss(), ...layer } : null,
      };
    }
    return frames;
  }

  function flush() {
    if (outstanding) return;
    const networks = bench.networks().filter((network) => waiting.has(network));
    waiting.clear();
    if (networks.length === 0) return;
    const frames = framesOf(networks);
    outstanding = true;
    send({ type: 'frame', frame: { step: bench.step(), networks: frames } });
  }

  return {
    free: () => !outstanding,
    waits: () => waiting.size > 0,
    due(networks) {
      for (const network of networks) waiting.add(network);
      flush();
    },
    acknowledged() {
      outstanding = false;
      flush();
    },
    clear: () => waiting.clear(),
  };
}
