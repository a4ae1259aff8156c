/** The chart of accuracy against examples: the learner starts it and reads on; points come from runs in the background. */
import { addWords } from '../../../i18n/catalogue';
import { transferPoints as ownWords } from '../../../i18n/en/transfer-points';
import { percent, whole } from '../../../i18n/format';
import { TRANSFER_NETWORKS } from '../../../spec/transfer-network';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { saveFile } from '../../../ui/save-file';
import { PointsChart } from './points-chart';
import { pointsOf } from './points-figures';
import { keyOf, pointsSweep } from './points-plan';
import { pointSentences, pointsCsv } from './points-words';
import { type PointsOfPage, usePoints, usePointsRest } from './use-points';
import './points.css';

addWords({ transferPoints: ownWords });

export function PointsPanel() {
  const messages = useMessages();
  const { transferPoints: words } = messages;
  const page = usePoints();
  usePointsRest();
  const { plan, state } = page;
  const points = pointsOf(plan, state.figures);
  const sentences = pointSentences(points, plan.rows, messages);
  const some = TRANSFER_NETWORKS.some((id) => points[id].some((share) => !Number.isNaN(share)));
  return (
    <section className="card points-card" aria-label={words.title}>
      <header className="points-header">
        <div>
          <h3>{words.title}</h3>
          <p className="note number">
            {words.note(
              whole(plan.settings.steps),
              String(plan.settings.seed),
              words.where[plan.settings.backend],
            )}
          </p>
        </div>
        <PointsButtons page={page} />
      </header>
      <PointsProgress page={page} />
      <PointsChart page={page} />
      <p className="points-says">{sentences.length > 0 ? sentences.join(' ') : words.noPoints}</p>
      {some && (
        <div className="points-foot">
          <PointsTable page={page} />
          <Button
            look="quiet"
            onClick={() =>
              saveFile(new Blob([pointsCsv(plan, points)], { type: 'text/csv' }), 'tied-transfer-points.csv')
            }
          >
            {words.save}
          </Button>
        </div>
      )}
    </section>
  );
}

/** One button all the way, so that it keeps the focus; and Cancel beside it. */
function PointsButtons({ page }: { readonly page: PointsOfPage }) {
  const { transferPoints: words } = useMessages();
  const { store, state, plan, tooShort } = page;
  const cells = pointsSweep.cellsOf(plan);
  const done = cells.filter((cell) => state.figures.has(keyOf(plan.settings, cell))).length;
  const running = state.status === 'running';
  const rest = cells.length - done;
  function press() {
    if (running) store.pause();
    else if (state.status === 'paused') store.resume();
    else store.start(plan);
  }
  const label = running
    ? words.pause
    : state.status === 'paused'
      ? words.resume
      : done > 0 && rest > 0
        ? words.more
        : words.start;
  return (
    <div className="points-actions">
      <Button
        look={running || rest === 0 ? 'plain' : 'main'}
        disabled={state.status === 'idle' && (rest === 0 || tooShort)}
        onClick={press}
      >
        {label}
      </Button>
      {state.status !== 'idle' && <Button onClick={() => store.cancel()}>{words.cancel}</Button>}
    </div>
  );
}

function PointsProgress({ page }: { readonly page: PointsOfPage }) {
  const { transferPoints: words, labPage } = useMessages();
  const { state, plan, foreign, tooShort } = page;
  const cells = pointsSweep.cellsOf(plan);
  const keyed = cells.map((cell) => ({ cell, key: keyOf(plan.settings, cell) }));
  const done = keyed.filter(({ key }) => state.figures.has(key)).length;
  const failed = keyed.filter(({ key }) => state.failures.has(key)).length;
  const now = keyed.flatMap(({ cell, key }) => {
    const step = state.steps.get(key);
    return step === undefined
      ? []
      : [words.cell(labPage.networksInText[cell.network], whole(cell.examples), whole(step))];
  });
  return (
    <div className="points-progress note number">
      {state.status === 'idle' ? (
        <p>{tooShort ? words.tooShort : words.progress(whole(done), whole(cells.length))}</p>
      ) : (
        <p>
          <progress aria-label={words.title} value={done} max={cells.length} />{' '}
          {words.progress(whole(done), whole(cells.length))}
          {state.status === 'running' && now.length > 0 && `, ${words.atStep(now.join('; '))}`}
          {state.status === 'paused' && `, ${words.paused}`}
        </p>
      )}
      {foreign && <p>{words.foreign(whole(plan.settings.steps), String(plan.settings.seed))}</p>}
      {failed > 0 && <p role="alert">{words.failed(whole(failed))}</p>}
    </div>
  );
}

function PointsTable({ page }: { readonly page: PointsOfPage }) {
  const { transferPoints: words, labPage } = useMessages();
  const { plan, state } = page;
  const points = pointsOf(plan, state.figures);
  return (
    <details className="points-values">
      <summary>{words.table}</summary>
      <div className="points-scroll">
        <table className="value-table number">
          <caption className="note">{words.caption(String(plan.settings.seed))}</caption>
          <thead>
            <tr>
              <th scope="col">{words.heading}</th>
              {TRANSFER_NETWORKS.map((id) => (
                <th key={id} scope="col">
                  {labPage.networks[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((examples, at) => (
              <tr key={examples}>
                <th scope="row">{whole(examples)}</th>
                {TRANSFER_NETWORKS.map((id) => (
                  <td key={id}>{percent(points[id][at] ?? Number.NaN, 1)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
