/** Held-out accuracy against the number of examples, one line a degree, and the same values as a table on request. */
import { percent, whole } from '../../../i18n/format';
import { SweepChart } from '../../../lab-page/sweep/sweep-chart';
import { useMessages } from '../../../ui/messages-context';
import type { Palette } from '../../../views/palette';
import type { SweepSeries } from '../../../views/sweep-curves';
import { figuresOf } from './sweep-figures';
import { type Degree, degreeOf } from './sweep-page';
import { degreeColor, degreeName, points, shortDegreeName } from './sweep-words';
import type { Sweep } from './use-sweep';

const HEIGHTS = { wide: 400, narrow: 280, below: 400 } as const;
const CHANCE = 0.1;
/** Solid for one kernel for all and for the learner's map, dashes for the rest. */
const DASHES: Readonly<Record<Degree, string | null>> = {
  one: null,
  halves: '2 3',
  quadrants: '9 3 2 3',
  rows: '12 4',
  blocks: '5 3',
  none: '7 4',
  own: null,
};
/** With soft sharing all lines are ink: those that else differ by colour differ by dashes. */
const SOFT_DASHES = { ...DASHES, one: '14 3 2 3 2 3', none: '2 7' };

export function SweepCurvesFigure({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  const { plan, state } = sweep;
  const { settings, rows, columns } = plan;
  const some = rows.some((examples) => columns.some((map) => figuresOf(plan, state.figures, examples, map)));

  function seriesOf(map: string, palette: Palette): SweepSeries {
    const values = rows.map((examples) => figuresOf(plan, state.figures, examples, map)?.test ?? Number.NaN);
    const last = values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN;
    const own = degreeOf(map) === 'own';
    const color = degreeColor(map, settings, palette);
    return {
      id: map,
      label: words.curveEnd(shortDegreeName(map, settings, words), points(last)),
      color,
      dash: (settings.shrink === null ? DASHES : SOFT_DASHES)[degreeOf(map)],
      width: own || color !== palette.ink ? 2.4 : 1.6,
      values,
    };
  }

  return (
    <figure className="card sweep-curves-card">
      <figcaption>
        <h3>{words.curvesTitle}</h3>
        <span className="note">{some ? words.curvesNote : words.curvesNotYet}</span>
      </figcaption>
      <SweepChart
        heights={HEIGHTS}
        curvesIn={(palette) => ({
          chance: CHANCE,
          rows: rows.map((examples) => ({ examples, label: whole(examples) })),
          series: columns.map((map) => seriesOf(map, palette)),
          words: { guess: words.guess, examples: words.curvesAxis },
        })}
        madeOf={[JSON.stringify(plan), state.figures]}
      />
      {some && <SweepTable sweep={sweep} />}
    </figure>
  );
}

function SweepTable({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  const { plan, state } = sweep;
  return (
    <details className="sweep-table">
      <summary>{words.table}</summary>
      <div className="sweep-scroll">
        <table className="number">
          <caption className="note">{words.tableCaption}</caption>
          <thead>
            <tr>
              <td />
              {plan.rows.map((examples) => (
                <th key={examples} scope="col">
                  {whole(examples)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.columns.map((map) => (
              <tr key={map}>
                <th scope="row">{degreeName(map, plan.settings, words)}</th>
                {plan.rows.map((examples) => {
                  const cell = figuresOf(plan, state.figures, examples, map);
                  return (
                    <td key={examples}>{cell ? `${points(cell.test)} (${percent(cell.train)})` : '–'}</td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
