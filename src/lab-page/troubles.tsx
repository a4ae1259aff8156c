/**
 * Troubles a lab page tells of: ignored parts of a link, failures, faults got over, weights taken back; and that a
 * network catches up, which takes seconds.
 */
import { useStore } from 'zustand';
import { addWords } from '../i18n/catalogue';
import { troubles as ownWords } from '../i18n/en/troubles';
import { whole } from '../i18n/format';
import type { Messages } from '../i18n/messages';
import type { Failure } from '../store/experiment-state';
import { Button } from '../ui/button';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';

addWords({ troubles: ownWords });

export function Troubles() {
  return (
    <>
      <LinkNotes />
      <FailureNotice />
      <Recovered />
      <TookBack />
      <CatchingUp />
    </>
  );
}

function LinkNotes() {
  const { lab } = useBench();
  const { troubles } = useMessages();
  const notes = useStore(lab, (store) => store.notes);
  if (notes.length === 0) return null;
  return (
    <div className="notice notice-warning" role="status">
      <div>
        {troubles.notes.title}
        <ul>
          {notes.slice(0, 6).map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes never change order
            <li key={index}>{wordNote(note, troubles.notes)}</li>
          ))}
        </ul>
      </div>
      <Button look="quiet" onClick={thenToRun(lab.getState().dismissNotes)}>
        {troubles.notes.dismiss}
      </Button>
    </div>
  );
}

type NoteWords = Messages['troubles']['notes'];
type Note = { readonly problem: string; readonly key: string; readonly text: string };

function wordNote(note: Note, words: NoteWords): string {
  switch (note.problem) {
    case 'unknown-key':
      return words['unknown-key'](note.key);
    case 'clamped':
      return words.clamped(note.key, note.text);
    case 'unknown-lab':
      return words['unknown-lab'](note.text);
    case 'newer-version':
      return words['newer-version'](note.text);
    case 'too-long':
      return words['too-long'];
    default:
      return words['bad-value'](note.key, note.text);
  }
}

function FailureNotice() {
  const { experiment } = useBench();
  const messages = useMessages();
  const { troubles } = messages;
  const failure = useStore(experiment, (store) => store.failure);
  if (!failure) return null;
  return (
    <div className="notice notice-warning" role="alert">
      <span>{wordFailure(failure, messages)}</span>
      {failure.code === 'diverged' && (
        <Button onClick={thenToRun(experiment.restore)}>{troubles.restore}</Button>
      )}
      {canBeRetried(failure) && <Button onClick={thenToRun(experiment.retry)}>{troubles.retry}</Button>}
    </div>
  );
}

function wordFailure(failure: Failure, { labPage, troubles: words }: Messages): string {
  const { code, network, step, kept, neverStarted } = failure;
  if (code === 'diverged')
    return words.diverged(labPage.networksInText[network ?? 'shared'], whole(step ?? 0));
  if (code !== 'context-lost' && code !== 'worker-failed') return words.failures[code];
  const what = neverStarted ? words.neverStarted : words.failures[code];
  return `${what} ${kept === undefined ? words.settingsKept : words.kept(whole(kept))}`;
}

/** A button that goes with its notice leaves the focus on Run, not at the top of the page. */
const thenToRun = (action: () => void) => () => {
  action();
  document.querySelector<HTMLElement>('.transport-run')?.focus();
};

const canBeRetried = ({ code }: Failure) =>
  code === 'data-failed' || code === 'worker-failed' || code === 'context-lost';

/** A fault that the run has got over, and how: another worker went on from the weights that were kept. */
function Recovered() {
  const { experiment } = useBench();
  const { labPage, troubles } = useMessages();
  const recovered = useStore(experiment, (store) => store.recovered);
  const failed = useStore(experiment, (store) => store.failure !== null);
  if (!recovered || failed) return null;
  const { because, step, backend } = recovered;
  return (
    <div className="notice" role="status">
      <span>
        {troubles.lost[because]}{' '}
        {backend ? troubles.wentOn(whole(step), labPage.backend[backend]) : troubles.goingOn(whole(step))}
      </span>
      {backend && (
        <Button look="quiet" onClick={thenToRun(experiment.dismissRecovered)}>
          {troubles.notes.dismiss}
        </Button>
      )}
    </div>
  );
}

/** After a divergence the good weights are back: at which step, and what to do now. */
function TookBack() {
  const { experiment } = useBench();
  const { troubles } = useMessages();
  const step = useStore(experiment, (store) => store.tookBack);
  if (step === null) return null;
  return (
    <div className="notice" role="status">
      <span>{troubles.restored(whole(step))}</span>
      <Button look="quiet" onClick={thenToRun(experiment.dismissRecovered)}>
        {troubles.notes.dismiss}
      </Button>
    </div>
  );
}

/** Catching up takes seconds and needs words; opening and loading are told beside the transport. */
function CatchingUp() {
  const { experiment } = useBench();
  const { labPage, troubles } = useMessages();
  const catchingUp = useStore(experiment, (store) => store.catchingUp);
  if (!catchingUp) return null;
  const { network, step, target } = catchingUp;
  return (
    <div className="notice" role="status">
      <span>{troubles.catchingUp(labPage.networksInText[network], whole(step), whole(target))}</span>
      <progress value={step} max={target} />
    </div>
  );
}
