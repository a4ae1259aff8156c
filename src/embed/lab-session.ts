/**
 * One lab as the page around drives it: does what a command says and answers it, and tells on its own accord of
 * changes, figures and failures. Made when the lab is there, disposed of when it goes. No DOM.
 */
import { errorCodes, FRAME_VERSION, type ImageFormat, type Warning } from '../spec/frame-messages';
import type { ParameterTable, StateOf } from '../spec/parameters';
import { quote } from '../spec/url-codec';
import { isMild } from '../store/experiment-state';
import type { ExperimentStore } from '../store/experiment-store';
import { isTraining } from '../store/figures';
import type { Delay, LabStore } from '../store/lab-store';
import { createMetricsReporter } from './metrics-reporter';
import type { ReadCommand } from './read-message';
import type { Post, Reply } from './replies';
import { createStateReporter } from './state-reporter';
import { createStepCommand } from './step-command';

/** An input to be asked about, or a sentence of what is wrong with it. */
type ReadPrediction = (
  payload: Readonly<Record<string, unknown>>,
  state: StateOf<ParameterTable>,
) => { readonly input: Float32Array } | { readonly problem: string };

/** As much of a lab as the page around can reach. */
export type FrameLab = {
  readonly id: string;
  readonly lab: LabStore<ParameterTable>;
  readonly experiment: ExperimentStore;
  readonly readPrediction: ReadPrediction;
};

export type SessionPorts = {
  /** Ids of all labs that this page can show. */
  readonly labs: readonly string[];
  readonly clock: () => number;
  readonly delay: Delay;
  /** Rejects where there is no picture to take. */
  readonly exportImage: (picture: {
    readonly format: ImageFormat;
    readonly scale: number;
  }) => Promise<string>;
};

export type LabSession = {
  perform(command: ReadCommand, warnings: readonly Warning[], reply: Reply): void;
  dispose(): void;
};

export function createLabSession(frameLab: FrameLab, ports: SessionPorts, post: Post): LabSession {
  const { id, lab, experiment } = frameLab;
  const { clock, delay } = ports;
  const metrics = createMetricsReporter({
    experiment,
    clock,
    delay,
    send: (figures) => post('metrics', figures),
  });
  const states = createStateReporter({
    labId: id,
    lab,
    delay,
    send: (change) => post('state', change),
  });
  const steps = createStepCommand(experiment);

  const unsubscribe = experiment.subscribe(({ failure }, before) => {
    if (!failure || failure === before.failure || isMild(failure)) return;
    post('error', { code: failure.code, message: errorCodes[failure.code] });
  });

  function setState(payload: Readonly<Record<string, unknown>>, reply: Reply) {
    // The lab and the version are in every link, and so may be in a state; neither can be changed from here.
    const { lab: labId = id, v = FRAME_VERSION, ...values } = payload;
    const fixed: Warning[] = [];
    if (labId !== id) fixed.push({ problem: 'bad-value', key: 'lab', text: quote(String(labId)) });
    if (v !== FRAME_VERSION) fixed.push({ problem: 'bad-value', key: 'v', text: quote(String(v)) });
    if (fixed.length > 0) return reply.send('result', { ok: false, warnings: fixed });
    const { ok, warnings } = states.byApi(() => lab.setUntrusted(values));
    reply.send('result', { ok, warnings });
  }

  function play(reply: Reply) {
    steps.cancel();
    if (experiment.getState().failure?.code === 'diverged')
      return reply.refuse('diverged', errorCodes.diverged);
    metrics.around(experiment.run);
    done(reply);
  }

  function pause(reply: Reply) {
    steps.cancel();
    // The figures follow when the networks stand still.
    if (isTraining(experiment.getState())) experiment.pause();
    else metrics.around(() => {});
    done(reply);
  }

  function reset(reply: Reply) {
    steps.cancel();
    metrics.around(experiment.reset);
    done(reply);
  }

  function step(count: number, warnings: readonly Warning[], reply: Reply) {
    if (steps.isPending()) return reply.refuse('busy', errorCodes.busy);
    metrics.hold();
    steps.start(count, (outcome) => {
      metrics.release(outcome.ok);
      if (outcome.ok) reply.send('result', { ok: true, warnings, step: outcome.step });
      else reply.refuse(outcome.code, outcome.why);
    });
  }

  function predict(payload: Readonly<Record<string, unknown>>, reply: Reply) {
    const read = frameLab.readPrediction(payload, lab.getState().state);
    if ('problem' in read) return reply.refuse('bad-message', `predict: ${read.problem}`);
    const { failure } = experiment.getState();
    if (failure && !isMild(failure)) return reply.refuse(failure.code, errorCodes[failure.code]);
    experiment.ask(read.input, (answer) => {
      if ('refused' in answer) {
        const code = answer.refused === 'started-over' ? 'bad-state' : answer.refused;
        return reply.refuse(code, errorCodes[code]);
      }
      const answers = Object.entries(answer.networks).map(
        ([network, said]) => [network, Array.from(said.answer)] as const,
      );
      reply.send('result', { ok: true, warnings: [], ...Object.fromEntries(answers) });
    });
  }

  function exportImage(
    picture: { readonly format: ImageFormat; readonly scale: number },
    warnings: readonly Warning[],
    reply: Reply,
  ) {
    ports.exportImage(picture).then(
      (dataUrl) => reply.send('result', { ok: true, warnings, dataUrl }),
      (error: unknown) => reply.refuse('bad-state', `exportImage: ${String(error)}`),
    );
  }

  function perform(command: ReadCommand, warnings: readonly Warning[], reply: Reply) {
    switch (command.type) {
      case 'hello': {
        const { backend } = experiment.getState();
        return reply.send('ready', { version: FRAME_VERSION, labs: ports.labs, backend });
      }
      case 'getState':
        return reply.send('state', states.now());
      case 'setState':
        return setState(command.payload, reply);
      case 'play':
        return play(reply);
      case 'pause':
        return pause(reply);
      case 'reset':
        return reset(reply);
      case 'step':
        return step(command.payload.count, warnings, reply);
      case 'predict':
        return predict(command.payload, reply);
      case 'exportImage':
        return exportImage(command.payload, warnings, reply);
      default:
        return command satisfies never;
    }
  }

  return {
    perform,
    dispose() {
      steps.cancel();
      unsubscribe();
      metrics.dispose();
      states.dispose();
    },
  };
}

const done = (reply: Reply) => reply.send('result', { ok: true, warnings: [] });
