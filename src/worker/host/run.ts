/**
 * One run with its session: takes its commands and does its work in short slices, so that commands get in
 * between. What comes first: making the GPU ready, measuring, a quick evaluation under way, training, the full
 * evaluation, the survey. While training waits for its pace, what comes after it has its turn.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Watch } from '../frames';
import type { Command, Keepsakes, PokedKernels, Prediction } from '../messages';
import { createBench } from './bench';
import { createEvaluation } from './evaluation';
import { createFrameSender } from './frame-sender';
import { createKeepsakeSender } from './keepsakes';
import { createMeasuring } from './measuring';
import { EVALUATE_EVERY } from './pacing';
import type { SendRunEvent, TrainingSession } from './ports';
import { createSurveySweep } from './survey-sweep';
import { createTraining } from './training';
import { createWarmUp } from './warm-up';

/** The commands that need a session. */
export type SessionCommand = Exclude<Command, { readonly type: 'open' | 'close' | 'retry' | 'ping' }>;

type CommandOf<Type extends SessionCommand['type']> = Extract<SessionCommand, { readonly type: Type }>;

export type Run = {
  receive(command: SessionCommand): void;
  /** Does one slice of the work there is. Milliseconds to wait for the next; null: there is nothing to do. */
  slice(): number | null;
  dispose(): void;
};

export function createRun(
  session: TrainingSession,
  open: {
    readonly bench: readonly NetworkId[];
    readonly from?: Keepsakes | undefined;
    readonly filters: number;
    /** There is a GPU to be made ready. */
    readonly warm: boolean;
  },
  send: SendRunEvent,
  clock: () => number,
): Run {
  let watch: Watch = { filter: 0, filters: 1, ledger: false, kernels: false };
  let suspended = false;
  const bench = createBench(session, open.bench, open.from);
  const frames = createFrameSender(session, bench, () => watch, send);
  const evaluation = createEvaluation(session, send);
  const survey = createSurveySweep(session, send, clock);
  const keepsakes = createKeepsakeSender(session, bench, send, bench.steps());
  const training = createTraining({
    session,
    bench,
    frames,
    evaluation,
    survey,
    keepsakes,
    send,
    clock,
  });
  const measuring = createMeasuring(session, send, clock);
  const warmUp = open.warm ? createWarmUp(session, send) : null;
  if (open.from) send({ type: 'restored', order: 0, step: bench.step(), networks: bench.steps() });
  for (const network of bench.networks()) {
    const step = session.stepOf(network);
    if (step % EVALUATE_EVERY === 0) evaluation.request(network, 'quick');
    if (step > 0) evaluation.request(network, 'full');
  }

  /** The weights of this network are others now: what was counted with the old ones does not hold. */
  function recount(network: NetworkId) {
    survey.moved();
    evaluation.forget(network);
    if (!training.active()) evaluation.request(network, 'full');
    else if (session.stepOf(network) % EVALUATE_EVERY === 0) evaluation.request(network, 'quick');
  }

  function fault(detail: string) {
    send({ type: 'failed', code: 'bad-message', detail });
  }

  function setBench(networks: readonly NetworkId[]) {
    const before = bench.networks();
    bench.setNetworks(networks);
    for (const network of bench.networks())
      if (session.stepOf(network) === 0) evaluation.request(network, 'quick');
    training.catchUp();
    survey.moved();
    frames.due(bench.networks());
    // The weights of those that leave are as good as at a pause: for them it is one.
    keepsakes.keep(before.filter((network) => !networks.includes(network)));
  }

  function setWatch(wanted: Watch) {
    const { filter, filters, ledger, kernels } = wanted;
    if (filter + filters > open.filters) return fault(`filters ${filter} to ${filter + filters - 1}`);
    const others = filter !== watch.filter || filters !== watch.filters;
    const more = others || (ledger && !watch.ledger) || (kernels && !watch.kernels);
    watch = wanted;
    if (more && !training.active()) frames.due(bench.networks());
  }

  function predict({ request, input }: CommandOf<'predict'>) {
    const networks: Partial<Record<NetworkId, Prediction>> = {};
    for (const network of bench.networks())
      networks[network] = { step: session.stepOf(network), ...session.predict(network, input) };
    send({ type: 'predicted', request, networks });
  }

  /** Reads the kernels right before and right after, so that nothing else can have changed them. */
  function poke({ networks, site, filter, tap, delta }: CommandOf<'poke'>) {
    if (filter >= open.filters) return fault(`filter ${filter}`);
    const before = session.watched(networks, { filter, filters: 1, ledger: false });
    for (const network of networks) {
      session.poke(network, site, filter, tap, delta);
      keepsakes.changed(network);
      recount(network);
    }
    const after = session.watched(networks, { filter, filters: 1, ledger: false });
    const poked: Partial<Record<NetworkId, PokedKernels>> = {};
    for (const network of networks) {
      const [old, now] = [before[network], after[network]];
      if (old && now) poked[network] = { before: old.kernels, after: now.kernels };
    }
    keepsakes.keep(networks);
    send({ type: 'poked', step: bench.step(), networks: poked });
    if (!training.active()) frames.due(networks);
  }

  function restore(order: number) {
    training.halt(order);
    frames.clear();
    evaluation.clear();
    survey.clear();
    const back = bench.restore();
    send({ type: 'restored', order, step: bench.step(), networks: bench.steps() });
    for (const network of back) keepsakes.changed(network);
    for (const network of bench.networks()) recount(network);
    keepsakes.keep(back);
    frames.due(bench.networks());
  }

  function measure(command: CommandOf<'measure'>) {
    if (training.active()) return fault('measure while training');
    measuring.start(command);
    evaluation.clear();
  }

  function receive(command: SessionCommand) {
    if (measuring.begun() && command.type !== 'suspend') return fault(`${command.type} while measuring`);
    switch (command.type) {
      case 'train':
        return training.train(command);
      case 'pause':
        return training.pause(command.order);
      case 'suspend':
        suspended = command.on;
        // The page may give this worker back while nobody looks.
        if (suspended && !measuring.begun()) keepsakes.keep(bench.networks());
        return;
      case 'bench':
        return setBench(command.networks);
      case 'watch':
        return setWatch(command.watch);
      case 'acknowledge':
        return frames.acknowledged();
      case 'predict':
        return predict(command);
      case 'survey':
        return survey.setActive(command.active);
      case 'measure':
        return measure(command);
      case 'poke':
        return poke(command);
      case 'restore':
        return restore(command.order);
      default:
        return command satisfies never;
    }
  }

  return {
    receive,
    slice() {
      if (suspended) return null;
      if (warmUp?.slice() || measuring.slice()) return 0;
      if (evaluation.blocksTraining()) {
        evaluation.slice();
        return 0;
      }
      const wait = training.slice();
      if (wait === 0) return 0;
      if (evaluation.pending()) evaluation.slice();
      else if (survey.pending()) survey.slice(bench.networks());
      else return wait;
      return 0;
    },
    dispose() {
      warmUp?.dispose();
      session.dispose();
    },
  };
}
