/** Held-out accuracy against the number of examples, one line a degree, and the same values as a table on request. */
import { useRef } from 'react';
import { percent, whole } from '../../../i18n/format';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useWidth } from '../../../lab-page/use-width';
import { useMessages } from '../../../ui/messages-context';
import { createSweepCurves, type SweepCurvesProps, type SweepSeries } from '../../../views/sweep-curves';
import { figuresOf } from './sweep-figures';
import { type Degree, degreeOf } from './sweep-page';
import { degreeColor, degreeName, points, shortDegreeName } from './sweep-words';
import type { Sweep } from './use-sweep';

const HEIGHT = { wide: 400, narrow: 280 } as const;
const NARROW = 400;
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
  const palette = usePalette();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const some = rows.some((examples) => columns.some((map) => figuresOf(plan, state.figures, examples, map)));

  function seriesOf(map: string): SweepSeries {
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

  const chart = useView<SweepCurvesProps>(
    createSweepCurves,
    () =>
      width === 0
        ? null
        : {
            ...{ palette, width, chance: CHANCE },
            height: width < NARROW ? HEIGHT.narrow : HEIGHT.wide,
            rows: rows.map((examples) => ({ examples, label: whole(examples) })),
            series: columns.map(seriesOf),
            words: { guess: words.guess, examples: words.curvesAxis },
          },
    [],
    () => [palette, width, JSON.stringify(plan), state.figures],
  );

  return (
    <figure className="card sweep-curves-card">
      <figcaption>
        <h3>{words.curvesTitle}</h3>
        <span className="note">{some ? words.curvesNote : words.curvesNotYet}</span>
      </figcaption>
      <div ref={frame}>
        <div ref={chart} />
      </div>
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
