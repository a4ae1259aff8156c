/**
 * A sweep in the background: its plan, the figures of finished cells, and the workers that train the rest. It changes
 * at most a few times a second. Finished cells are never trained again, here, after a reload or in another page that
 * is open at the same time. No React, no DOM.
 */
import { createStore } from 'zustand/vanilla';
import type { FailureCode } from '../../worker/messages';
import type { Delay } from '../lab-store';
import { type ActiveStore, withActions } from '../readable-store';
import { type BackgroundWorkers, createSweepLane, type LaneNews, type SweepLane } from './sweep-lane';
import { createMemoryOf, type SweepFigures, type SweepPace } from './sweep-memory';
import { howMuchSweep, type SweepPlan } from './sweep-plan';
import type { PlanWithSettings, SweepSubject } from './sweep-subject';

export type SweepState<Plan = SweepPlan> = {
  readonly status: 'idle' | 'running' | 'paused';
  /** What runs or is paused; null while idle. */
  readonly plan: Plan | null;
  /** Of finished cells, also of earlier sweeps, by their keys. */
  readonly figures: ReadonlyMap<string, SweepFigures>;
  /** Steps of the cells under way. */
  readonly steps: ReadonlyMap<string, number>;
  readonly failures: ReadonlyMap<string, FailureCode>;
  readonly msPerExample: SweepPace;
  /** Workers that train. */
  readonly workers: number;
};

export type SweepActions<Plan = SweepPlan> = {
  /** Trains the cells of this plan that have no figures yet, and again those that failed. Ends what was under way. */
  start(plan: Plan): void;
  pause(): void;
  /** Also of a sweep that a reload broke off. */
  resume(): void;
  /** Ends the workers and drops the plan. What is finished stays. */
  cancel(): void;
  /** The page is left: ends the workers; the plan waits to be resumed. */
  rest(): void;
};
export type SweepStore<Plan = SweepPlan> = ActiveStore<SweepState<Plan>, SweepActions<Plan>>;

export type SweepPorts = BackgroundWorkers & {
  /** Of the machine; 0 where it does not tell. */
  readonly cores: number;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  readonly delay: Delay;
  /** May throw, and so may what it gives. */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>;
};

const PUBLISH_EVERY = 400; // ms
const MOST_WORKERS = 4;

/** Workers for so many cells: one core is left to the page, and one GPU serves one worker at a time. */
export const workersFor = (plan: PlanWithSettings, cells: number, cores: number): number =>
  plan.settings.backend === 'webgl' ? 1 : Math.max(1, Math.min(cores - 1, MOST_WORKERS, cells));

/** The map that is shown, or a copy of the newest where that has other entries: what is equal stays the same object. */
function copyOf<Value>(newest: ReadonlyMap<string, Value>, shown: ReadonlyMap<string, Value>) {
  const equal = newest.size === shown.size && [...newest].every(([key, value]) => shown.get(key) === value);
  return equal ? shown : new Map(newest);
}

const samePlan = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

export const createSweepStore = (ports: SweepPorts): SweepStore => createStoreOf(howMuchSweep, ports);

/** The same of any subject. */
export function createStoreOf<Plan extends PlanWithSettings, Cell>(
  subject: SweepSubject<Plan, Cell>,
  ports: SweepPorts,
): SweepStore<Plan> {
  const { cellsOf, keyOf, runOf, examplesOf } = subject;
  const memory = createMemoryOf(subject, ports.storage);
  const kept = memory.read();
  // The newest, which the state shows a little later.
  const figures = new Map(kept.figures);
  /** Those of cells that were trained here. */
  const own = new Map<string, SweepFigures>();
  const steps = new Map<string, number>();
  const failures = new Map<string, FailureCode>();
  let { plan, msPerExample } = kept;
  let status: SweepState<Plan>['status'] = plan ? 'paused' : 'idle';
  let lanes: SweepLane<Cell>[] = [];
  let queue: Cell[] = [];
  /** When cells under way began, and what they are to take; one that has been paused tells nothing of how long it takes. */
  const begun = new Map<string, { readonly since: number; readonly examples: number }>();
  /** Those that have been given a cell. */
  const used = new WeakSet<SweepLane<Cell>>();
  const taken = { ms: 0, examples: 0 };
  let callOff: (() => void) | null = null;

  const stateAfter = (shown: Pick<SweepState<Plan>, 'figures' | 'steps' | 'failures'>): SweepState<Plan> => ({
    status,
    plan,
    figures: copyOf(figures, shown.figures),
    steps: copyOf(steps, shown.steps),
    failures: copyOf(failures, shown.failures),
    msPerExample,
    workers: lanes.length,
  });

  function publish() {
    callOff?.();
    callOff = null;
    store.setState(stateAfter);
  }

  function publishSoon() {
    callOff ??= ports.delay(publish, PUBLISH_EVERY);
  }

  /**
   * Adds what is known here to what is stored, which other pages may have written since, and learns what they know.
   * `waiting`: from the plan that is stored to the one that is to be resumed after a reload.
   */
  function keep(waiting: (stored: Plan | null) => Plan | null) {
    const kept = memory.update((stored) => ({
      plan: waiting(stored.plan),
      figures: new Map([...stored.figures, ...own]),
      msPerExample: { ...stored.msPerExample, ...msPerExample },
    }));
    msPerExample = kept.msPerExample;
    for (const [key, found] of kept.figures) {
      if (!figures.has(key)) figures.set(key, found);
      failures.delete(key);
    }
  }

  function endLanes() {
    for (const lane of lanes) lane.end();
    lanes = [];
    queue = [];
    steps.clear();
    begun.clear();
  }

  /** The next cell that no page has finished. */
  function nextCell({ settings }: Plan): Cell | undefined {
    queue = queue.filter((cell) => !figures.has(keyOf(settings, cell)));
    return queue.shift();
  }

  /** Gives every idle worker its next cell; where there is none for any, the sweep is over. */
  function fill() {
    if (!plan || status !== 'running') return;
    const { settings } = plan;
    for (const lane of lanes) {
      if (lane.cell() !== null) continue;
      const next = nextCell(plan);
      if (next === undefined) break;
      const key = keyOf(settings, next);
      steps.set(key, 0);
      begun.set(key, { since: ports.clock(), examples: examplesOf(settings, next, !used.has(lane)) });
      used.add(lane);
      lane.train(next, runOf(settings, next), settings.backend);
    }
    if (lanes.every((lane) => lane.cell() === null)) stop();
  }

  function stop() {
    endLanes();
    const ended = plan;
    plan = null;
    status = 'idle';
    // The plan that is stored may be another page's by now.
    keep((stored) => (samePlan(stored, ended) ? null : stored));
    publish();
  }

  function measureTime(key: string, { settings }: Plan) {
    const cell = begun.get(key);
    if (!cell) return;
    taken.ms += ports.clock() - cell.since;
    taken.examples += cell.examples;
    msPerExample = { ...msPerExample, [settings.backend]: taken.ms / taken.examples };
  }

  function hear(news: LaneNews<Cell>) {
    if (!plan) return;
    const key = keyOf(plan.settings, news.cell);
    if (news.type === 'step') {
      steps.set(key, news.step);
      return publishSoon();
    }
    if (news.type === 'done') {
      measureTime(key, plan);
      figures.set(key, news.figures);
      own.set(key, news.figures);
      keep((stored) => stored ?? plan);
    } else failures.set(key, news.code);
    steps.delete(key);
    begun.delete(key);
    publishSoon();
    fill();
  }

  function begin(next: Plan) {
    endLanes();
    plan = next;
    status = 'running';
    keep(() => next);
    queue = cellsOf(next).filter((cell) => !figures.has(keyOf(next.settings, cell)));
    for (const cell of queue) failures.delete(keyOf(next.settings, cell));
    taken.ms = 0;
    taken.examples = 0;
    lanes = Array.from({ length: workersFor(next, queue.length, ports.cores) }, () =>
      createSweepLane<Cell>(ports, hear),
    );
    fill();
    publish();
  }

  const actions: SweepActions<Plan> = {
    start: begin,
    pause() {
      if (status !== 'running') return;
      status = 'paused';
      begun.clear();
      for (const lane of lanes) lane.suspend(true);
      publish();
    },
    resume() {
      if (status !== 'paused' || !plan) return;
      if (lanes.length === 0) return begin(plan);
      status = 'running';
      for (const lane of lanes) lane.suspend(false);
      fill();
      publish();
    },
    cancel: stop,
    rest() {
      if (status === 'running') status = 'paused';
      endLanes();
      publish();
    },
  };
  const store = createStore<SweepState<Plan> & SweepActions<Plan>>(() => ({
    ...stateAfter({ figures: new Map(), steps: new Map(), failures: new Map() }),
    ...actions,
  }));
  return withActions(store, actions);
}
