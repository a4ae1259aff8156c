/**
 * The run in the worker behind the state of an experiment: opens it, hears what it says, and opens it again from
 * what was kept when worker or GPU are lost, so that whoever looks at the state sees training go on.
 */

import { weightShapes } from '../math/weight-shapes';
import type { BackendChoice } from '../spec/backend';
import type { DataSpec, ExperimentSpec } from '../spec/experiment-spec';
import type { ClientEvent } from '../worker/client';
import type { Watch } from '../worker/frames';
import type { DataFile } from '../worker/messages';
import { type Conversation, type ConversationPorts, createConversation } from './conversation';
import { changesOf } from './experiment-changes';
import {
  atStepZero,
  type ExperimentState,
  type Failure,
  isMild,
  isRecovering,
  type Loss,
  openStatus,
  type TrainingSpeed,
} from './experiment-state';
import { createQuestions, type Questions } from './questions';
import { createRecovery } from './recovery';

/** Most steps a second; null: as fast as it goes. */
const PACES: Readonly<Record<TrainingSpeed, number | null>> = { steady: 30, fast: null };

export type RunPorts = ConversationPorts & {
  /** The file of this kind of data: its absolute URL, or itself; null where there is none. */
  readonly data: (kind: DataSpec['kind']) => DataFile | null;
  readonly backend: BackendChoice;
};

export type ExperimentRun = {
  /** Takes changes over into the state, with the status that follows from them. */
  change(changes: Partial<ExperimentState>): void;
  /** Opens a run where there is none: after a loss from what was kept, else at step 0. */
  wake(): void;
  /** Back to step 0 of what is set up now; opens it if a run was open. */
  startOver(setUp: Partial<Pick<ExperimentState, 'spec' | 'bench'>>, backend?: BackendChoice): void;
  /** `single`: by steps that were pressed one by one, which knows no pace. */
  train(target: number, single: boolean): void;
  isStepping(): boolean;
  pause(): void;
  restore(): void;
  setBench(): void;
  setSpeed(speed: TrainingSpeed): void;
  /** Nobody can see the page: nothing trains. */
  suspend(on: boolean): void;
  /** Gives the worker back while nobody looks. */
  rest(): void;
  retry(): void;
  readonly worker: Pick<Conversation, 'isOpen' | 'send' | 'survey'>;
  readonly questions: Questions;
  dispose(): void;
};

const isLoss = (code: Failure['code']): code is Loss => code === 'context-lost' || code === 'worker-failed';

/** What is watched, cut to the filters that these networks have: what showed another experiment may still stand. */
function fitting(watch: Watch, { networks }: ExperimentSpec): Watch {
  const all = Math.min(...networks.map((network) => weightShapes(network)[0]?.filters ?? 1));
  const filter = Math.min(watch.filter, all - 1);
  return { ...watch, filter, filters: Math.min(watch.filters, all - filter) };
}

export function createExperimentRun(
  ports: RunPorts,
  store: { get(): ExperimentState; set(changes: Partial<ExperimentState>): void },
): ExperimentRun {
  const worker = createConversation(ports, receive);
  const recovery = createRecovery();
  const questions = createQuestions((request, input) => worker.send({ type: 'predict', request, input }));
  let backend = ports.backend;
  /** The target was set by single steps. */
  let stepping = false;
  /** Pause was the last thing asked for, even if the worker was lost before it heard of it. */
  let halted = false;
  /** Target of a run that failed, for the next try. */
  let wanted: number | null = null;
  let unseen = false;
  /** The worker was given back while nobody looked: whoever looks or acts gets the run from what was kept. */
  let resting = false;

  function change(changes: Partial<ExperimentState>) {
    const next = { ...store.get(), ...changes };
    const status = worker.isOpen() ? openStatus(next) : next.failure ? 'failed' : 'closed';
    store.set({ ...changes, status });
  }

  function nextOrder(changes: Partial<ExperimentState> = {}): number {
    const order = store.get().order + 1;
    change({ ...changes, order });
    return order;
  }

  function sendTrain(target: number, changes: Partial<ExperimentState> = {}) {
    const order = nextOrder({ ...changes, target });
    const pace = stepping ? null : PACES[store.get().speed];
    worker.send({ type: 'train', order, until: target, pace });
  }

  /** False where there is nothing to open. */
  function open(from: { readonly from?: ReturnType<typeof recovery.keepsakes> } = {}): boolean {
    const { spec, bench, watch } = store.get();
    if (!spec || bench.length === 0) return false;
    const data = ports.data(spec.data.kind);
    worker.open({ spec, bench, backend: recovery.backend(backend), data, ...from }, fitting(watch, spec));
    return true;
  }

  function openAtStepZero() {
    forget();
    if (open()) change(atStepZero(store.get()));
  }

  /** Opens the same run in another worker. What was under way goes on; what was paused stands where it stood. */
  function openAgain(because: Loss, target: number | null) {
    if (!open({ from: recovery.keepsakes() })) return;
    change({
      failure: null,
      loading: null,
      catchingUp: null,
      poking: false,
      target,
      networks: recovery.completed(store.get().networks),
      recovered: { because, step: recovery.step(), backend: null },
    });
    if (target !== null) sendTrain(target);
    else if (!halted) worker.send({ type: 'bench', networks: store.get().bench });
    questions.askAgain();
  }

  function giveBack() {
    worker.end();
    questions.clear();
    resting = true;
    const target = halted ? null : store.get().target;
    change({ target, backend: null, backendReason: null, loading: null, catchingUp: null, poking: false });
  }

  /** The run as it stood when the worker was given back. */
  function takeUp() {
    resting = false;
    const { target, networks, bench } = store.get();
    if (!recovery.hasBegun() && target === null) return;
    if (!open({ from: recovery.keepsakes() })) return;
    // Frames that were on their way when the worker went had not been seen yet.
    const step = Math.max(store.get().step, recovery.step());
    change({ step, networks: recovery.completed(networks) });
    if (target !== null) sendTrain(target);
    else if (!halted) worker.send({ type: 'bench', networks: bench });
    questions.askAgain();
  }

  function forget() {
    stepping = false;
    halted = false;
    wanted = null;
    resting = false;
    questions.clear();
    questions.refuse('started-over');
    recovery.clear();
  }

  function lost(because: Loss, detail: string) {
    // A browser takes contexts from those out of sight first; another one can wait until somebody looks.
    if (unseen) return giveBack();
    const target = halted ? null : store.get().target;
    worker.end();
    questions.clear();
    if (recovery.isWorthATry(because)) openAgain(because, target);
    else giveUp({ code: because, detail }, target);
  }

  /** The failure is shown. What was kept stays, for whoever tries again. */
  function giveUp(failure: Failure, target: number | null) {
    worker.end();
    questions.clear();
    questions.refuse(failure.code);
    wanted = target;
    const step = recovery.step();
    const told = step > 0 ? { ...failure, kept: step } : failure;
    change({ failure: told, target: null, loading: null, catchingUp: null, poking: false, recovered: null });
  }

  function receive(event: ClientEvent) {
    const before = store.get();
    const target = halted ? null : before.target;
    if (event.type === 'kept') return recovery.keep(event);
    if (event.type === 'predicted' && questions.answeredAside(event.request, event.networks)) return;
    if (event.type === 'ended') {
      const { spoke, detail } = event;
      if (spoke) return lost('worker-failed', detail);
      return giveUp({ code: 'worker-failed', detail, neverStarted: !recovery.hasBegun() }, target);
    }
    if (event.type === 'failed') {
      if (isLoss(event.code)) return lost(event.code, event.detail);
      questions.clear();
      if (event.request !== undefined) questions.refuse(event.code, event.request);
      if (!isMild(event)) {
        wanted = event.code === 'diverged' ? null : target;
        questions.refuse(event.code);
      }
    }
    recovery.hear(event);
    if (event.type === 'restored' && !isRecovering(before)) recovery.tookBack(event.networks);
    const changes = changesOf(before, event);
    const leftGpu = event.type === 'opened' && recovery.hasLeftGpu();
    change(leftGpu ? { ...changes, backendReason: 'context-lost' } : changes);
    if (event.type !== 'predicted') return;
    const input = questions.answered(event.request);
    if (input) change({ prediction: { input, networks: event.networks } });
  }

  function wake() {
    if (worker.isOpen()) return;
    if (resting) takeUp();
    if (worker.isOpen()) return;
    const { failure } = store.get();
    if (failure && isLoss(failure.code) && recovery.hasBegun()) openAgain(failure.code, null);
    else openAtStepZero();
  }

  function train(target: number, single: boolean) {
    stepping = single;
    halted = false;
    wanted = null;
    const before = store.get();
    // While another worker is being started, the news of it is still to come.
    const recovered = isRecovering(before) ? before.recovered : null;
    sendTrain(target, { scrub: null, failure: null, recovered, tookBack: null });
  }

  return {
    change,
    wake,
    startOver(setUp, choice) {
      if (choice) backend = choice;
      forget();
      change({ ...atStepZero(store.get()), ...setUp });
      if (worker.isOpen()) openAtStepZero();
    },
    train,
    isStepping: () => stepping,
    pause() {
      if (resting) change({ target: null });
      if (!worker.isOpen()) return;
      halted = true;
      wanted = null;
      worker.send({ type: 'pause', order: nextOrder() });
    },
    restore() {
      if (!worker.isOpen()) return;
      halted = false;
      worker.send({ type: 'restore', order: nextOrder() });
    },
    setBench() {
      halted = false;
      worker.send({ type: 'bench', networks: store.get().bench });
    },
    setSpeed(speed) {
      change({ speed });
      const { target } = store.get();
      if (target !== null && !stepping) sendTrain(target);
    },
    suspend(on) {
      unseen = on;
      worker.suspend(on);
      if (!on && resting) takeUp();
    },
    rest() {
      const { failure, backend: where } = store.get();
      if (unseen && worker.isOpen() && !(failure && !isMild(failure)) && where !== null) giveBack();
    },
    retry() {
      const { failure } = store.get();
      if (!failure) return;
      const [target, single] = [wanted, stepping];
      wake();
      if (target !== null) train(target, single);
      else if (failure.code === 'data-failed') {
        change({ failure: null });
        worker.send({ type: 'retry' });
      }
    },
    worker,
    questions,
    dispose() {
      questions.refuse('started-over');
      worker.dispose();
      const none = { failure: null, target: null, loading: null, catchingUp: null, recovered: null };
      change({ ...none, poking: false });
    },
  };
}
