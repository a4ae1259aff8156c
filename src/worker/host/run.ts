/**
 * One run with its session: takes its commands and does its work in short slices, so that commands get in
 * between. What comes first: a quick evaluation under way, a network that has to catch up, training, the
 * full evaluation, the placements.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Command, PokedKernels, Watch } from '../messages';
import { createBench } from './bench';
import { createEvaluation } from './evaluation';
import { createFrameSender } from './frame-sender';
import { createPlacementSweep } from './placement-sweep';
import type { SendRunEvent, TrainingSession } from './ports';

const SLICE = 12; // ms
const EVALUATE_EVERY = 20; // steps
const REPORT_CATCHING_UP = 100; // ms

/** The commands that need a session. */
export type SessionCommand = Exclude<Command, { readonly type: 'open' | 'close' }>;

export type Run = {
  receive(command: SessionCommand): void;
  /** Does one slice of the work there is. False when there is none. */
  slice(): boolean;
  dispose(): void;
};

export function createRun(
  session: TrainingSession,
  open: { readonly bench: readonly NetworkId[]; readonly pixels: number; readonly filters: number },
  send: SendRunEvent,
  clock: () => number,
): Run {
  let watch: Watch = { filter: 0, ledger: false, kernels: false };
  /** The newest command that started or stopped training. */
  let order = 0;
  /** Step to train up to, or null while paused. */
  let until: number | null = null;
  let catchUpWanted = false;
  let catchingUp: NetworkId | null = null;
  let reported = Number.NEGATIVE_INFINITY;
  const bench = createBench(session, open.bench);
  const frames = createFrameSender(session, bench, () => watch, send);
  const evaluation = createEvaluation(session, send);
  const placements = createPlacementSweep(session, send, clock);
  for (const network of bench.networks()) evaluation.request(network, 'quick');

  function evaluateFully() {
    for (const network of bench.networks()) evaluation.request(network, 'full');
  }

  function sayPaused(because: 'asked' | 'finished' | 'diverged') {
    send({ type: 'paused', order, step: bench.step(), networks: bench.steps(), because });
  }

  function stop(because: 'asked' | 'finished' | 'diverged') {
    const broken = because === 'diverged' ? null : bench.broken();
    if (broken) return diverge(broken);
    until = null;
    catchUpWanted = false;
    catchingUp = null;
    frames.due(bench.networks());
    sayPaused(because);
    if (because !== 'diverged') evaluateFully();
  }

  /** Stops what is under way; where nothing is, only says so. */
  function settle(because: 'asked' | 'finished') {
    if (until !== null || catchUpWanted) stop(because);
    else sayPaused(because);
  }

  function diverge(network: NetworkId) {
    evaluation.clear();
    const step = session.stepOf(network);
    send({ type: 'failed', code: 'diverged', detail: `${network} at step ${step}`, network, step });
    stop('diverged');
  }

  function reportCatchingUp(network: NetworkId) {
    const step = session.stepOf(network);
    reported = clock();
    send({ type: 'catching-up', network, step, target: bench.step() });
  }

  function catchUp(network: NetworkId) {
    const begun = clock();
    if (catchingUp !== network) {
      catchingUp = network;
      reportCatchingUp(network);
    }
    let step = session.stepOf(network);
    do {
      const last = step + 1 === bench.step();
      if (!bench.advance(network)) return diverge(network);
      step = session.stepOf(network);
      if (step % EVALUATE_EVERY === 0) evaluation.request(network, 'quick');
      if (last) return level(network);
    } while (step % EVALUATE_EVERY !== 0 && clock() - begun < SLICE);
    if (frames.free()) frames.due([network]);
    if (clock() - reported >= REPORT_CATCHING_UP) reportCatchingUp(network);
  }

  function level(network: NetworkId) {
    placements.moved();
    frames.due([network]);
    reportCatchingUp(network);
    catchingUp = null;
    if (until === null) evaluation.request(network, 'full');
  }

  function train(target: number) {
    const begun = clock();
    do {
      const diverged = bench.advanceAll();
      placements.moved();
      if (diverged) return diverge(diverged);
      if (bench.step() % EVALUATE_EVERY === 0)
        for (const network of bench.networks()) evaluation.request(network, 'quick');
      if (bench.step() >= target) return stop('finished');
      if (frames.free()) frames.due(bench.networks());
    } while (bench.step() % EVALUATE_EVERY !== 0 && clock() - begun < SLICE);
    if (placements.pending()) placements.slice(bench.networks());
  }

  /** The network to catch up next, when that has been asked for. */
  function behind(): NetworkId | null {
    if (!catchUpWanted) return null;
    const network = bench.behind();
    catchUpWanted = network !== null;
    return network;
  }

  function changed(network: NetworkId) {
    placements.moved();
    evaluation.forget(network);
    if (until === null) evaluation.request(network, 'full');
    else if (session.stepOf(network) % EVALUATE_EVERY === 0) evaluation.request(network, 'quick');
  }

  /** Reads the kernels right before and right after, so that nothing else can have changed them. */
  function poke({ networks, site, filter, tap, delta }: Extract<Command, { readonly type: 'poke' }>) {
    if (filter >= open.filters) return fault(`filter ${filter}`);
    const kernels = (network: NetworkId) => session.watched(network, { filter, ledger: false }).kernels;
    const poked: Partial<Record<NetworkId, PokedKernels>> = {};
    for (const network of networks) {
      const before = kernels(network);
      session.poke(network, site, filter, tap, delta);
      poked[network] = { before, after: kernels(network) };
      changed(network);
    }
    send({ type: 'poked', step: bench.step(), networks: poked });
    if (until === null) frames.due(networks);
  }

  function fault(detail: string) {
    send({ type: 'failed', code: 'bad-message', detail });
  }

  function receive(command: SessionCommand) {
    switch (command.type) {
      case 'train':
        order = command.order;
        if (command.until < bench.step() + (bench.behind() ? 0 : 1)) return settle('finished');
        evaluation.giveUpFull();
        until = command.until;
        catchUpWanted = true;
        return;
      case 'pause':
        order = command.order;
        return settle('asked');
      case 'bench':
        bench.setNetworks(command.networks);
        for (const network of bench.networks())
          if (session.stepOf(network) === 0) evaluation.request(network, 'quick');
        catchingUp = null;
        catchUpWanted = true;
        placements.moved();
        frames.due(bench.networks());
        return;
      case 'watch': {
        const { filter, ledger, kernels } = command.watch;
        if (filter >= open.filters) return fault(`filter ${filter}`);
        const more = filter !== watch.filter || (ledger && !watch.ledger) || (kernels && !watch.kernels);
        watch = command.watch;
        if (more && until === null) frames.due(bench.networks());
        return;
      }
      case 'acknowledge':
        return frames.acknowledged();
      case 'predict': {
        if (command.pixels.length !== open.pixels) return fault(`${command.pixels.length} pixels`);
        const networks = bench
          .networks()
          .map(
            (network) =>
              [
                network,
                { step: session.stepOf(network), ...session.predict(network, command.pixels) },
              ] as const,
          );
        return send({
          type: 'predicted',
          request: command.request,
          networks: Object.fromEntries(networks),
        });
      }
      case 'map-placements':
        return placements.setActive(command.active);
      case 'poke':
        return poke(command);
      case 'restore':
        order = command.order;
        until = null;
        catchUpWanted = true;
        catchingUp = null;
        frames.clear();
        evaluation.clear();
        placements.clear();
        bench.restore();
        send({ type: 'restored', order, step: bench.step(), networks: bench.steps() });
        for (const network of bench.networks()) changed(network);
        frames.due(bench.networks());
        return;
      default:
        return command satisfies never;
    }
  }

  return {
    receive,
    slice() {
      if (evaluation.blocksTraining()) {
        evaluation.slice();
        return true;
      }
      const late = behind();
      if (late) catchUp(late);
      else if (until !== null && until <= bench.step()) stop('finished');
      else if (until !== null) train(until);
      else if (evaluation.pending()) evaluation.slice();
      else if (placements.pending()) placements.slice(bench.networks());
      else return false;
      return true;
    },
    dispose: () => session.dispose(),
  };
}
