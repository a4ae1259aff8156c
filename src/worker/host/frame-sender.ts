/**
 * At most one frame on its way: the next is sent only after the page has acknowledged the last. A frame
 * that falls due in between waits, and is made of what is true when it leaves: the ledger and its second
 * path are computed for frames that are sent, and for no other step.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { NetworkFrame, Watch } from '../messages';
import type { Bench } from './bench';
import type { SendRunEvent, TrainingSession } from './ports';

export type FrameSender = {
  /** A frame would leave at once. */
  readonly free: () => boolean;
  /** `losses`: curves only. `watched`: also what the views watch, of every network on the bench. */
  due(what: 'losses' | 'watched'): void;
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
  let waiting: 'losses' | 'watched' | null = null;

  function frameOf(network: NetworkId, withWatched: boolean): NetworkFrame {
    const { filter, ledger, kernels } = watch();
    const step = session.stepOf(network);
    return {
      step,
      losses: bench.takeLosses(network),
      msPerStep: bench.msPerStep(network),
      watched:
        withWatched && (ledger || kernels) && step === bench.step()
          ? session.watched(network, { filter, ledger })
          : null,
    };
  }

  function flush() {
    if (outstanding || waiting === null) return;
    const withWatched = waiting === 'watched';
    waiting = null;
    const networks = bench.networks().filter((network) => withWatched || bench.hasLosses(network));
    if (networks.length === 0) return;
    const frames = networks.map((network) => [network, frameOf(network, withWatched)] as const);
    outstanding = true;
    send({ type: 'frame', frame: { step: bench.step(), networks: Object.fromEntries(frames) } });
  }

  return {
    free: () => !outstanding,
    due(what) {
      if (waiting !== 'watched') waiting = what;
      flush();
    },
    acknowledged() {
      outstanding = false;
      flush();
    },
    clear() {
      waiting = null;
    },
  };
}
