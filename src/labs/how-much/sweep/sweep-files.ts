/** A sweep as files: a table (CSV) and data (JSON), one entry a finished cell; accuracies are fractions. Pure. */

import type { SweepPlan } from '../../../store/sweep/sweep-plan';
import type { SweepState } from '../../../store/sweep/sweep-store';
import { figuresOf, parametersOf } from './sweep-figures';
import { degreeOf } from './sweep-page';

type Entry = Readonly<Record<string, string | number | null>>;

const fraction = (value: number) => Math.round(value * 1e4) / 1e4;

/** With soft sharing what is trained is none of the two ends of hard sharing. */
const degreeIn = ({ settings }: SweepPlan, map: string) =>
  settings.shrink === null ? degreeOf(map) : `${degreeOf(map)} + residuals`;

function entriesOf(plan: SweepPlan, figures: SweepState['figures']): readonly Entry[] {
  const { task, shrink, seed, steps, batch, rate, decay, optimizer, backend } = plan.settings;
  return plan.rows.flatMap((examples) =>
    plan.columns.flatMap((map) => {
      const cell = figuresOf(plan, figures, examples, map);
      if (!cell) return [];
      return [
        {
          ...{ task, examples, degree: degreeIn(plan, map), map, shrink, seed, steps, batch, rate, decay },
          parameters: parametersOf(plan.settings, map),
          'train accuracy': fraction(cell.train),
          'test accuracy': fraction(cell.test),
          gap: fraction(cell.gap),
          optimizer,
          backend,
        },
      ];
    }),
  );
}

const COLUMNS = [
  ...['task', 'examples', 'degree', 'map', 'shrink', 'seed', 'steps', 'batch', 'rate', 'decay', 'parameters'],
  ...['train accuracy', 'test accuracy', 'gap', 'optimizer', 'backend'],
];

/** RFC 4180; no value has commas, quotes or line ends. Hard sharing has no shrink. */
export function sweepCsv(plan: SweepPlan, figures: SweepState['figures']): string {
  const lines = entriesOf(plan, figures).map((entry) =>
    COLUMNS.map((column) => entry[column] ?? '').join(','),
  );
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

export function sweepJson(plan: SweepPlan, figures: SweepState['figures']): string {
  return `${JSON.stringify({ format: 'tied-sweep', version: 1, plan, cells: entriesOf(plan, figures) }, null, 2)}\n`;
}
