/**
 * Slow mode: one training step at a time, told in four phases. The step itself is the worker's; this only
 * decides which moment of the finished step the stage shows. One per experiment, alive between acts.
 */
import { createStore } from 'zustand/vanilla';
import { isMild } from '../../store/experiment-state';
import { STEP_PHASES, type StepPhase, type StepPhaseName } from '../../views/step-phase';
import type { Bench } from '../bench';
import type { Speed } from '../transport-model';

export type NarrationState = {
  readonly speed: Speed;
  /** Goes on from step to step until paused. */
  readonly playing: boolean;
  readonly phase: StepPhase | null;
};

const MILLISECONDS: Record<StepPhaseName, number> = { forward: 800, gradients: 800, sum: 900, update: 900 };
const STILL_MILLISECONDS = 900;

export const reducedMotion = () =>
  document.documentElement.dataset.motion === 'reduce' ||
  matchMedia('(prefers-reduced-motion: reduce)').matches;

function createNarration({ experiment, frameLoop }: Pick<Bench, 'experiment' | 'frameLoop'>) {
  const store = createStore<NarrationState>(() => ({ speed: 'steady', playing: false, phase: null }));
  /** Step that is awaited from the worker, or told; null when there is none. */
  let told: number | null = null;
  let waiting = false;
  /** Presses on Step while the worker was at it: so many steps are not told. */
  let queued = 0;
  let last: number | null = null;

  function clear() {
    told = null;
    waiting = false;
    queued = 0;
    last = null;
    store.setState({ playing: false, phase: null });
  }

  function begin() {
    const next = experiment.getState().step + 1;
    experiment.stepOnce(1);
    told = next;
    waiting = true;
  }

  experiment.subscribe(() => {
    const { step, target, failure, scrub } = experiment.getState();
    if (told === null) return;
    const calledOff = waiting ? step < told && target === null : step !== told;
    if ((failure && !isMild(failure)) || scrub !== null || calledOff) return clear();
    if (!waiting || step < told) return;
    waiting = false;
    last = null;
    if (queued > 0) {
      queued -= 1;
      return begin();
    }
    store.setState({ phase: { name: 'forward', progress: 0, still: reducedMotion() } });
    frameLoop.request(tick);
  });

  function tick(time: number) {
    const { phase, playing } = store.getState();
    if (!phase || told === null) return;
    const passed = last === null ? 0 : Math.min(64, time - last);
    last = time;
    const still = reducedMotion();
    const length = still ? STILL_MILLISECONDS : MILLISECONDS[phase.name];
    const progress = phase.progress + passed / length;
    if (progress < 1) store.setState({ phase: { ...phase, still, progress } });
    else {
      const next = STEP_PHASES[STEP_PHASES.indexOf(phase.name) + 1];
      if (next) store.setState({ phase: { name: next, progress: 0, still } });
      else return finish(playing);
    }
    frameLoop.request(tick);
  }

  function finish(playing: boolean) {
    const { spec, step } = experiment.getState();
    const atEnd = spec !== null && step % spec.steps === 0;
    told = null;
    last = null;
    store.setState({ phase: null, playing: playing && !atEnd });
    if (playing && !atEnd) begin();
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    /** One told step. One that is being told is finished at once and the next begins: no press is lost. */
    step() {
      if (waiting) {
        queued += 1;
        return;
      }
      if (told !== null) finish(false);
      begin();
    },
    play() {
      store.setState({ playing: true });
      if (told === null) begin();
    },
    pause: () => store.setState({ playing: false }),
    clear,
    setSpeed(speed: Speed) {
      const { playing, speed: before } = store.getState();
      if (speed !== 'slow') experiment.setSpeed(speed);
      if (before !== 'slow' && speed !== 'slow') return store.setState({ speed });
      const running = experiment.getState().target !== null;
      clear();
      store.setState({ speed });
      if (speed === 'slow' && running) {
        experiment.pause();
        store.setState({ playing: true });
        const stop = experiment.subscribe(() => {
          if (experiment.getState().target !== null) return;
          stop();
          if (store.getState().playing && told === null) begin();
        });
      }
      if (speed !== 'slow' && playing) experiment.run();
    },
  };
}

export type Narration = ReturnType<typeof createNarration>;
const narrations = new WeakMap<Bench['experiment'], Narration>();

export function narrationOf(bench: Bench): Narration {
  const known = narrations.get(bench.experiment);
  if (known) return known;
  const made = createNarration(bench);
  narrations.set(bench.experiment, made);
  return made;
}
