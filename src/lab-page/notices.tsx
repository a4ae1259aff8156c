/** What the learner must know now: ignored parts of a link, loading, catching up, failures, changes by hand. */
import { useStore } from 'zustand';
import { whole } from '../i18n/format';
import { Button } from '../ui/button';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';

export function Notices() {
  return (
    <div className="notices">
      <LinkNotes />
      <FailureNotice />
      <CatchingUp />
    </div>
  );
}

function LinkNotes() {
  const { lab } = useBench();
  const { labPage } = useMessages();
  const notes = useStore(lab, (store) => store.notes);
  if (notes.length === 0) return null;
  return (
    <div className="notice notice-warning" role="status">
      <div>
        {labPage.notes.title}
        <ul>
          {notes.slice(0, 6).map((note, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: notes never change order
            <li key={index}>{wordNote(note, labPage.notes)}</li>
          ))}
        </ul>
      </div>
      <Button look="quiet" onClick={() => lab.getState().dismissNotes()}>
        {labPage.notes.dismiss}
      </Button>
    </div>
  );
}

type NoteWords = ReturnType<typeof useMessages>['labPage']['notes'];
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
  const { labPage } = useMessages();
  const failure = useStore(experiment, (store) => store.failure);
  if (!failure) return null;
  const diverged = failure.code === 'diverged';
  const text =
    failure.code === 'diverged'
      ? labPage.diverged(labPage.networksInText[failure.network ?? 'shared'], whole(failure.step ?? 0))
      : labPage.failures[failure.code];
  return (
    <div className="notice notice-warning" role="alert">
      <span>{text}</span>
      {diverged && <Button onClick={() => experiment.restore()}>{labPage.restore}</Button>}
    </div>
  );
}

/** Catching up takes seconds and needs words; opening and loading are told beside the transport. */
function CatchingUp() {
  const { experiment } = useBench();
  const { labPage } = useMessages();
  const catchingUp = useStore(experiment, (store) => store.catchingUp);
  if (!catchingUp) return null;
  const { network, step, target } = catchingUp;
  return (
    <div className="notice" role="status">
      <span>{labPage.catchingUp(labPage.networksInText[network], whole(step), whole(target))}</span>
      <progress value={step} max={target} />
    </div>
  );
}
