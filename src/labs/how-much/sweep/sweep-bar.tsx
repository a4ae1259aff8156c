/** Start, pause, resume and cancel, how far the sweep has come, and how long the rest takes. */
import { useRef, useState } from 'react';
import { whole } from '../../../i18n/format';
import { cellsOf, keyOf } from '../../../store/sweep/sweep-plan';
import { workersFor } from '../../../store/sweep/sweep-store';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { timeLeft } from './sweep-figures';
import { degreeName, sweepOf, timeText } from './sweep-words';
import type { Sweep } from './use-sweep';

const cores = () => navigator.hardwareConcurrency ?? 0;

/** Cells of the plan: all, finished, and those of the rest that have failed. */
function countsOf({ plan, state }: Sweep) {
  const keys = cellsOf(plan).map((cell) => keyOf(plan.settings, cell));
  const done = keys.filter((key) => state.figures.has(key)).length;
  const failed = keys.filter((key) => state.failures.has(key)).length;
  return { all: keys.length, done, rest: keys.length - done, failed };
}

/** One button all the way, so that it keeps the focus; and Cancel beside it. */
export function SweepButtons({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  const { store, state, plan } = sweep;
  const main = useRef<HTMLButtonElement>(null);
  const [told, tell] = useState('');
  const { done, rest, failed } = countsOf(sweep);
  const running = state.status === 'running';

  function label(): string {
    if (running) return words.pause;
    if (state.status === 'paused') return words.resume;
    if (rest === 0) return words.done;
    if (failed === rest) return words.again;
    return done > 0 ? words.startRest : words.start;
  }

  function press() {
    if (running) return store.pause();
    tell(words.told.started);
    if (state.status === 'paused') store.resume();
    else store.start(plan);
  }

  function cancel() {
    tell(words.told.cancelled);
    store.cancel();
    main.current?.focus();
  }

  return (
    <div className="sweep-buttons">
      <Button
        ref={main}
        look={running || rest === 0 ? 'plain' : 'main'}
        disabled={state.status === 'idle' && rest === 0}
        onClick={press}
      >
        {label()}
      </Button>
      {state.status !== 'idle' && <Button onClick={cancel}>{words.cancel}</Button>}
      <p className="visually-hidden" role="status">
        {state.status === 'paused' ? words.paused : rest === 0 ? words.finished(whole(done)) : told}
      </p>
    </div>
  );
}

/** What there is to train, or how far it has come; and what went otherwise. */
export function SweepBar({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  const { state, plan } = sweep;
  const { all, done, rest, failed } = countsOf(sweep);
  const workers = state.workers || workersFor(plan, rest, cores());
  const left = timeLeft(plan, state, workers);
  const { backend } = plan.settings;
  const idle = [
    ...(done > 0 ? [words.known(whole(done), whole(all))] : []),
    words.plan(rest, words.where[backend]),
    ...(backend === 'cpu' ? [words.sameFigures] : []),
    ...(left === null ? [] : [words.mayTake(timeText(left, words))]),
  ];
  const running = [words.workers(workers), ...(left === null ? [] : [words.left(timeText(left, words))])];
  return (
    <div className="sweep-bar">
      {state.status === 'idle' ? (
        <p className="note number">{rest === 0 ? words.finished(whole(all)) : idle.join(' ')}</p>
      ) : (
        <p className="sweep-progress note number">
          <span>{words.progress(whole(done), whole(all))}</span>
          <progress aria-label={words.progressName} value={done} max={all} />
          <span>{state.status === 'paused' ? words.paused : running.join(', ')}</span>
        </p>
      )}
      <Foreign sweep={sweep} />
      {failed > 0 && <Failures sweep={sweep} />}
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

function Failures({ sweep }: { readonly sweep: Sweep }) {
  const { sweep: words } = useMessages();
  const { plan, state } = sweep;
  const sentences = cellsOf(plan).flatMap(({ examples, map }) => {
    const code = state.failures.get(keyOf(plan.settings, { examples, map }));
    return code
      ? [words.failure(whole(examples), degreeName(map, plan.settings, words), words.failures[code])]
      : [];
  });
  return (
    <ul className="sweep-failures note">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
