/**
 * What sweeps leave on the device: the plan that is not finished, the figures of cells, how long the work takes. Pages
 * that are open at once share it, so a page changes what stands there now and never what it has read before.
 * Where nothing may be kept (a sandboxed frame: even reading throws) it lives in memory; what is kept may have been
 * written by anything, so it is checked piece by piece.
 */
import type { BackendName } from '../../spec/backend';
import type { Tally } from '../../worker/messages';
import { howMuchSweep, type SweepPlan } from './sweep-plan';
import type { PlanWithSettings, SweepSubject } from './sweep-subject';

/** Right answers of a finished cell, on at most 2,000 examples each. */
export type SweepFigures = { readonly train: Tally; readonly test: Tally };

/** What one example of one training step takes a worker, counting included, ms; without those not known yet. */
export type SweepPace = Readonly<Partial<Record<BackendName, number>>>;

export type SweepKept<Plan = SweepPlan> = {
  /** Under way when a page was left; null: none. */
  readonly plan: Plan | null;
  /** By the key of the cell, oldest first. */
  readonly figures: ReadonlyMap<string, SweepFigures>;
  readonly msPerExample: SweepPace;
};

type Keeper = Pick<Storage, 'getItem' | 'setItem'>;
export type SweepMemory<Plan = SweepPlan> = {
  read(): SweepKept<Plan>;
  /** Reads what stands there now, and writes and returns what `change` makes of it. */
  update(change: (kept: SweepKept<Plan>) => SweepKept<Plan>): SweepKept<Plan>;
};

/** Counted up when the same settings give other figures than before. */
const VERSION = 1;
/** A key is up to 1.2 kB long. */
const MOST_FIGURES = 200;
const LONGEST_KEY = 1400;
const MOST_COUNTED = 2000;

const nothing: SweepKept<never> = { plan: null, figures: new Map(), msPerExample: {} };

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= MOST_COUNTED;

function tally(correct: unknown, total: unknown): Tally | null {
  return isCount(correct) && isCount(total) && total > 0 && correct <= total ? { correct, total } : null;
}

/** `[key, right and all training examples, right and all held-out ones]` */
function readFigures(entry: unknown): readonly (readonly [string, SweepFigures])[] {
  if (!Array.isArray(entry)) return [];
  const [key, ...counts]: unknown[] = entry;
  const [train, test] = [tally(counts[0], counts[1]), tally(counts[2], counts[3])];
  if (typeof key !== 'string' || key.length > LONGEST_KEY || !train || !test) return [];
  return [[key, { train, test }]];
}

const isPace = (value: unknown): value is number => Number.isFinite(value) && Number(value) > 0;

function readPace(kept: unknown): SweepPace {
  if (typeof kept !== 'object' || kept === null) return {};
  const { cpu, webgl }: Readonly<Record<string, unknown>> = { ...kept };
  return {
    ...(isPace(cpu) ? { cpu } : {}),
    ...(isPace(webgl) ? { webgl } : {}),
  };
}

function parse<Plan>(text: string, isPlan: (value: unknown) => value is Plan): SweepKept<Plan> {
  const kept: unknown = JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) return nothing;
  const { version, plan, figures, msPerExample }: Readonly<Record<string, unknown>> = { ...kept };
  if (version !== VERSION) return nothing;
  const entries = Array.isArray(figures) ? figures.slice(-MOST_FIGURES).flatMap(readFigures) : [];
  return {
    plan: isPlan(plan) ? plan : null,
    figures: new Map(entries),
    msPerExample: readPace(msPerExample),
  };
}

/** `storage` may throw, and so may what it gives. */
export const createSweepMemory = (storage: () => Keeper): SweepMemory =>
  createMemoryOf(howMuchSweep, storage);

/** The same of any subject. */
export function createMemoryOf<Plan extends PlanWithSettings>(
  { keptAs, isPlan }: Pick<SweepSubject<Plan, never>, 'keptAs' | 'isPlan'>,
  storage: () => Keeper,
): SweepMemory<Plan> {
  function read(): SweepKept<Plan> {
    try {
      const text = storage().getItem(keptAs);
      return text === null ? nothing : parse(text, isPlan);
    } catch {
      return nothing;
    }
  }

  function write({ plan, figures, msPerExample }: SweepKept<Plan>): void {
    const entries = [...figures]
      .slice(-MOST_FIGURES)
      .map(([key, { train, test }]) => [key, train.correct, train.total, test.correct, test.total]);
    try {
      storage().setItem(keptAs, JSON.stringify({ version: VERSION, plan, figures: entries, msPerExample }));
    } catch {
      // Nothing may be kept here, or nothing more: it holds until the page is left.
    }
  }

  return {
    read,
    update(change) {
      const kept = change(read());
      write(kept);
      return kept;
    },
  };
}
