/** Start, pause, resume and cancel, how far the sweep has come, and how long the rest takes. */
import { useState } from 'react';
import { whole } from '../../../i18n/format';
import { cellsOf, keyOf } from '../../../store/sweep/sweep-plan';
import { workersFor } from '../../../store/sweep/sweep-store';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { timeLeft } from './sweep-figures';
import { degreeName, sweepOf, timeText } from './sweep-words';
import type { Sweep } from './use-sweep';

export function SweepBar({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  const { store, state, plan } = sweep;
  const { status, figures, failures } = state;
  const [told, tell] = useState('');
  const keys = cellsOf(plan).map((cell) => keyOf(plan.settings, cell));
  const done = keys.filter((key) => figures.has(key)).length;
  const rest = keys.length - done;
  const workers = state.workers || workersFor(plan, rest, navigator.hardwareConcurrency ?? 0);
  const left = timeLeft(plan, state, workers);
  const finished = rest === 0 ? words.finished(whole(keys.length)) : null;

  function start() {
    tell(words.told.started);
    store.start(plan);
  }

  return (
    <div className="sweep-bar">
      <div className="sweep-buttons">
        {status === 'idle' && rest > 0 && (
          <Button look="main" onClick={start}>
            {done > 0 ? words.startRest : words.start}
          </Button>
        )}
        {status === 'running' && <Button onClick={store.pause}>{words.pause}</Button>}
        {status === 'paused' && (
          <Button look="main" onClick={store.resume}>
            {words.resume}
          </Button>
        )}
        {status !== 'idle' && (
          <Button
            onClick={() => {
              tell(words.told.cancelled);
              store.cancel();
            }}
          >
            {words.cancel}
          </Button>
        )}
      </div>
      {status === 'idle' ? (
        <p className="note number">
          {finished ??
            [
              ...(done > 0 ? [words.known(whole(done), whole(keys.length))] : []),
              words.plan(whole(rest), words[plan.settings.backend]),
              ...(left === null ? [] : [words.mayTake(timeText(left, words))]),
            ].join(' ')}
        </p>
      ) : (
        <p className="sweep-progress note number">
          <span>{words.progress(whole(done), whole(keys.length))}</span>
          <progress aria-label={words.progressName} value={done} max={keys.length} />
          <span>
            {status === 'paused'
              ? words.paused
              : [words.workers(workers), ...(left === null ? [] : [words.left(timeText(left, words))])].join(
                  ', ',
                )}
          </span>
        </p>
      )}
      <Foreign sweep={sweep} />
      <Failures sweep={sweep} onAgain={start} failed={keys.filter((key) => failures.has(key)).length} />
      <p className="visually-hidden" role="status">
        {status === 'paused' ? words.paused : (finished ?? told)}
      </p>
    </div>
  );
}

/** The page has gone on to something else. */
function Foreign({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  if (!sweep.foreign) return null;
  return (
    <p className="note sweep-foreign">
      {words.otherPage(sweepOf(sweep.plan.settings, words))}{' '}
      {sweep.state.status === 'idle' && <Button onClick={sweep.release}>{words.showPage}</Button>}
    </p>
  );
}

function Failures(props: { readonly sweep: Sweep; readonly failed: number; readonly onAgain: () => void }) {
  const { sweep: words } = useMessages();
  const { plan, state } = props.sweep;
  if (props.failed === 0) return null;
  const sentences = cellsOf(plan).flatMap(({ examples, map }) => {
    const code = state.failures.get(keyOf(plan.settings, { examples, map }));
    return code ? [words.failure(whole(examples), degreeName(map, words), words.failures[code])] : [];
  });
  return (
    <div className="sweep-failures">
      <ul className="note">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {state.status === 'idle' && <Button onClick={props.onAgain}>{words.again}</Button>}
    </div>
  );
}
