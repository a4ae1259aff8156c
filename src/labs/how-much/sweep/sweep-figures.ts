/** The figures of a sweep's cells as fractions, and what they say: which degree is best, and how the gap moves. Pure. */
import { networkCost } from '../../../math/cost';
import { keyOf, type SweepPlan, type SweepSettings, specOfCell } from '../../../store/sweep/sweep-plan';
import type { SweepState } from '../../../store/sweep/sweep-store';

/** Fractions of right answers; the gap is training minus held-out. */
export type CellFigures = { readonly train: number; readonly test: number; readonly gap: number };

export function figuresOf(
  plan: SweepPlan,
  figures: SweepState['figures'],
  examples: number,
  map: string,
): CellFigures | null {
  const found = figures.get(keyOf(plan.settings, { examples, map }));
  if (!found) return null;
  const train = found.train.correct / found.train.total;
  const test = found.test.correct / found.test.total;
  return { train, test, gap: train - test };
}

/** Numbers to learn of a degree: examples do not change them. */
export function parametersOf(settings: SweepSettings, map: string): number {
  const [network] = specOfCell(settings, { examples: 10, map }).networks;
  return network ? networkCost(network).parameters : 0;
}

export type RowFinding = {
  readonly examples: number;
  /** Maps of the highest held-out accuracy; several where they tie. */
  readonly best: readonly string[];
  readonly accuracy: number;
  /** Maps within two points of it. */
  readonly near: readonly string[];
  /** Of all columns. */
  readonly gaps: readonly number[];
  readonly trains: readonly number[];
};

/** Twice the deviation of one count on 2,000 digits is about 2 points at most. */
const NEAR = 0.02;

/** Of every number of examples of which all degrees are finished. */
export function rowFindings(plan: SweepPlan, figures: SweepState['figures']): readonly RowFinding[] {
  return plan.rows.flatMap((examples) => {
    const cells = plan.columns.flatMap((map) => {
      const cell = figuresOf(plan, figures, examples, map);
      return cell ? [{ map, ...cell }] : [];
    });
    if (cells.length < plan.columns.length) return [];
    const accuracy = Math.max(...cells.map(({ test }) => test));
    const best = cells.filter(({ test }) => test === accuracy);
    const near = cells.filter(({ test }) => test < accuracy && test > accuracy - NEAR);
    return [
      {
        examples,
        accuracy,
        best: best.map(({ map }) => map),
        near: near.map(({ map }) => map),
        gaps: cells.map(({ gap }) => gap),
        trains: cells.map(({ train }) => train),
      },
    ];
  });
}

export type GapMove = {
  readonly from: number;
  readonly to: number;
  /** Columns whose gap is smaller with more examples, of all. */
  readonly narrower: number;
  readonly all: number;
  /** Means over the columns. */
  readonly first: number;
  readonly last: number;
  /** Mean training accuracy of the last: a gap can narrow because training digits are read worse. */
  readonly train: number;
};

/** From the fewest to the most examples that are finished; null where there are not two. */
export function gapMove(findings: readonly RowFinding[]): GapMove | null {
  const [first, last] = [findings[0], findings.at(-1)];
  if (!first || !last || first === last) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    from: first.examples,
    to: last.examples,
    narrower: last.gaps.filter((gap, at) => gap < (first.gaps[at] ?? gap)).length,
    all: last.gaps.length,
    first: mean(first.gaps),
    last: mean(last.gaps),
    train: mean(last.trains),
  };
}

/** Work that is left, as a time: ms, or null where it is not known yet. */
export function timeLeft(plan: SweepPlan, state: SweepState, workers: number): number | null {
  const { settings, rows, columns } = plan;
  const msPerExample = state.msPerExample[settings.backend];
  if (msPerExample === undefined) return null;
  let steps = 0;
  for (const examples of rows)
    for (const map of columns) {
      const key = keyOf(settings, { examples, map });
      if (!state.figures.has(key) && !state.failures.has(key))
        steps += settings.steps - (state.steps.get(key) ?? 0);
    }
  return (steps * settings.batch * msPerExample) / Math.max(1, workers);
}
