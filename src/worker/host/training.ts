/**
 * The training of one run, slice by slice: a network that is behind the common step comes first, then all go on
 * together to the target, no faster than the pace that was asked for. Says where it stops and why.
 */
import type { NetworkId } from '../../spec/experiment-spec';
import type { Bench, Divergence } from './bench';
import type { Evaluation } from './evaluation';
import type { FrameSender } from './frame-sender';
import type { KeepsakeSender } from './keepsakes';
import { createPace, createSliceLength, EVALUATE_EVERY } from './pacing';
import type { SendRunEvent, TrainingSession } from './ports';
import type { SurveySweep } from './survey-sweep';

const REPORT_CATCHING_UP = 100; // ms
/** Longest that training waits for the page to take the frame of the end of a task. */
const AWAIT_FRAME = 1000; // ms
/** While something trains, the survey gets one part of the time in so many. */
const TRAINING_PER_SURVEY = 6;

export type Training = {
  /** There is a target that has not been reached. */
  active(): boolean;
  /** Commands that start or stop carry their number; answers name the newest. */
  train(command: { readonly order: number; readonly until: number; readonly pace: number | null }): void;
  pause(order: number): void;
  /** The networks on the bench have changed: what is behind catches up, training or not. */
  catchUp(): void;
  /** Weights are put back by this command: what was under way is over, what is behind then catches up. */
  halt(order: number): void;
  /** One slice. Milliseconds until the next may be made, 0: it was made; null: there is nothing to do. */
  slice(): number | null;
};

export function createTraining(parts: {
  readonly session: TrainingSession;
  readonly bench: Bench;
  readonly frames: FrameSender;
  readonly evaluation: Evaluation;
  readonly survey: SurveySweep;
  readonly keepsakes: KeepsakeSender;
  readonly send: SendRunEvent;
  readonly clock: () => number;
}): Training {
  const { session, bench, frames, evaluation, survey, keepsakes, send, clock } = parts;
  const pace = createPace(clock);
  const sliceLength = createSliceLength();
  let order = 0;
  /** Step to train up to, or null while paused. */
  let until: number | null = null;
  let catchUpWanted = false;
  let catchingUp: NetworkId | null = null;
  let reported = Number.NEGATIVE_INFINITY;
  /** When the frame of the end of a task fell due. */
  let awaitedSince = Number.NEGATIVE_INFINITY;
  /** When training has earned the next cell of the survey. */
  let surveyDue = Number.NEGATIVE_INFINITY;

  function sayPaused(because: 'asked' | 'finished' | 'diverged') {
    send({ type: 'paused', order, step: bench.step(), networks: bench.steps(), because });
  }

  function stop(because: 'asked' | 'finished' | 'diverged') {
    const broken = because === 'diverged' ? null : bench.broken();
    if (broken) return diverge({ network: broken, step: session.stepOf(broken) });
    const networks = bench.networks();
    until = null;
    catchUpWanted = false;
    catchingUp = null;
    frames.due(networks);
    // Before the word of it: where the page shows a pause, it has the weights of just that step.
    if (because !== 'diverged') keepsakes.keep(networks);
    sayPaused(because);
    if (because === 'diverged') return;
    for (const network of networks) evaluation.request(network, 'full');
  }

  /** Stops what is under way; where nothing is, only says so. */
  function settle(because: 'asked' | 'finished') {
    if (until !== null || catchUpWanted) stop(because);
    else sayPaused(because);
  }

  function diverge({ network, step }: Divergence) {
    evaluation.clear();
    send({ type: 'failed', code: 'diverged', detail: `${network} at step ${step}`, network, step });
    stop('diverged');
  }

  function reportCatchingUp(network: NetworkId) {
    const step = session.stepOf(network);
    reported = clock();
    send({ type: 'catching-up', network, step, target: bench.step() });
  }

  function sliceOfCatchingUp(network: NetworkId) {
    if (catchingUp !== network) {
      catchingUp = network;
      reportCatchingUp(network);
    }
    const here = session.stepOf(network);
    const known = knownAhead([network], bench.step() - here);
    const count = known || sliceLength(bench.lastMs([network]), here, bench.step());
    const { diverged, adopted } = bench.advance(network, count);
    if (diverged) return diverge(diverged);
    const step = session.stepOf(network);
    if (step % EVALUATE_EVERY === 0) evaluation.request(network, 'quick');
    if (step === bench.step()) return level(network);
    if (frames.free()) frames.due([network]);
    if (adopted) keepsakes.keep([network]);
    if (clock() - reported >= REPORT_CATCHING_UP) reportCatchingUp(network);
  }

  function level(network: NetworkId) {
    survey.moved();
    frames.due([network]);
    keepsakes.keep([network]);
    reportCatchingUp(network);
    catchingUp = null;
    if (until === null) evaluation.request(network, 'full');
  }

  /** Steps that all of these can take over from what was made before, if they are no more than that; else 0. */
  function knownAhead(networks: readonly NetworkId[], most: number): number {
    const [first = 0, ...others] = networks.map((network) => session.knownAhead?.(network) ?? 0);
    return first <= most && others.every((steps) => steps === first) ? first : 0;
  }

  function sliceOfTraining(target: number) {
    const networks = bench.networks();
    const allowed = pace.allowed();
    const known = knownAhead(networks, Math.min(allowed, target - bench.step()));
    // Steps that are taken over tell nothing of how many of the others make a slice.
    const count = known || Math.min(sliceLength(bench.lastMs(networks), bench.step(), target), allowed);
    pace.made(count);
    const { diverged, adopted } = bench.advanceAll(count);
    survey.moved();
    if (diverged) return diverge(diverged);
    if (bench.step() % EVALUATE_EVERY === 0)
      for (const network of networks) evaluation.request(network, 'quick');
    if (bench.step() >= target) return stop('finished');
    const taskIsOver = bench.step() === session.newTaskAfter;
    if (frames.free() || taskIsOver) frames.due(networks);
    if (taskIsOver) awaitedSince = clock();
    if (adopted) keepsakes.keep(networks);
    if (survey.pending() && clock() >= surveyDue) {
      const begun = clock();
      survey.slice(networks);
      surveyDue = clock() + (clock() - begun) * TRAINING_PER_SURVEY;
    }
  }

  /** The network to catch up next, when that has been asked for. */
  function behind(): NetworkId | null {
    if (!catchUpWanted) return null;
    const network = bench.behind();
    catchUpWanted = network !== null;
    return network;
  }

  return {
    active: () => until !== null,
    train(command) {
      order = command.order;
      if (command.until < bench.step() + (bench.behind() ? 0 : 1)) return settle('finished');
      evaluation.giveUpFull();
      until = command.until;
      pace.set(command.pace);
      catchUpWanted = true;
    },
    pause(newest) {
      order = newest;
      settle('asked');
    },
    catchUp() {
      catchingUp = null;
      catchUpWanted = true;
    },
    halt(newest) {
      order = newest;
      until = null;
      catchUpWanted = true;
      catchingUp = null;
    },
    slice() {
      const late = behind();
      if (late) sliceOfCatchingUp(late);
      else if (until === null) return null;
      else if (until <= bench.step()) stop('finished');
      else {
        // What the networks are at the end of a task is looked at before they go on.
        if (frames.waits() && clock() - awaitedSince < AWAIT_FRAME) return 1;
        const wait = pace.wait();
        if (wait > 0) return wait;
        sliceOfTraining(until);
      }
      return 0;
    },
  };
}
