/** What the learner must know now: ignored parts of a link, failures, faults got over, catching up. */
import { useStore } from 'zustand';
import { whole } from '../i18n/format';
import { encodeHash } from '../spec/url-codec';
import type { Failure } from '../store/experiment-state';
import { Button } from '../ui/button';
import { useMessages } from '../ui/messages-context';
import { useBench, useShows } from './bench';

/** Decided at build time: the ordinary page has none of it. */
const isSingleFile = import.meta.env.MODE === 'single-file';

export function Notices({ trains }: { readonly trains: boolean }) {
  return (
    <div className="notices">
      {trains && <Stored />}
      <LinkNotes />
      {isSingleFile && <FewerDigits />}
      <FailureNotice />
      <Recovered />
      <TookBack />
      <CatchingUp />
    </div>
  );
}

/** What is seen was not trained here. */
function Stored() {
  const { experiment } = useBench();
  const { labPage } = useMessages();
  const shows = useShows();
  const steps = useStore(experiment, ({ stored, step }) => (stored ? step : null));
  if (steps === null) return null;
  return (
    <p className="notice notice-quiet">
      {[labPage.stored(whole(steps)), shows('transport') && labPage.trainHere].filter(Boolean).join(' ')}
    </p>
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
      <Button look="quiet" onClick={thenToRun(lab.getState().dismissNotes)}>
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

/** A run in the single file asks for more training digits than the file carries. */
function FewerDigits() {
  const { lab, labId, table, carries } = useBench();
  const { labPage } = useMessages();
  const state = useStore(lab, (store) => store.state);
  const asked = Number(state.examples);
  if (!carries || asked <= carries.trainingDigits) return null;
  return (
    <div className="notice" role="status">
      <span>
        {labPage.carries.short(whole(asked), whole(carries.trainingDigits))}{' '}
        <a href={carries.fullVersion + encodeHash(table, labId, state)} target="_blank" rel="noopener">
          {labPage.carries.full}
        </a>
      </span>
    </div>
  );
}

function FailureNotice() {
  const { experiment } = useBench();
  const { labPage } = useMessages();
  const failure = useStore(experiment, (store) => store.failure);
  if (!failure) return null;
  return (
    <div className="notice notice-warning" role="alert">
      <span>{wordFailure(failure, labPage)}</span>
      {failure.code === 'diverged' && (
        <Button onClick={thenToRun(experiment.restore)}>{labPage.restore}</Button>
      )}
      {canBeRetried(failure) && <Button onClick={thenToRun(experiment.retry)}>{labPage.retry}</Button>}
    </div>
  );
}

type LabPageWords = ReturnType<typeof useMessages>['labPage'];

function wordFailure(failure: Failure, words: LabPageWords): string {
  const { code, network, step, kept, neverStarted } = failure;
  if (code === 'diverged') return words.diverged(words.networksInText[network ?? 'shared'], whole(step ?? 0));
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
  const { labPage } = useMessages();
  const recovered = useStore(experiment, (store) => store.recovered);
  const failed = useStore(experiment, (store) => store.failure !== null);
  if (!recovered || failed) return null;
  const { because, step, backend } = recovered;
  return (
    <div className="notice" role="status">
      <span>
        {labPage.lost[because]}{' '}
        {backend ? labPage.wentOn(whole(step), labPage.backend[backend]) : labPage.goingOn(whole(step))}
      </span>
      {backend && (
        <Button look="quiet" onClick={thenToRun(experiment.dismissRecovered)}>
          {labPage.notes.dismiss}
        </Button>
      )}
    </div>
  );
}

/** After a divergence the good weights are back: at which step, and what to do now. */
function TookBack() {
  const { experiment } = useBench();
  const { labPage } = useMessages();
  const step = useStore(experiment, (store) => store.tookBack);
  if (step === null) return null;
  return (
    <div className="notice" role="status">
      <span>{labPage.restored(whole(step))}</span>
      <Button look="quiet" onClick={thenToRun(experiment.dismissRecovered)}>
        {labPage.notes.dismiss}
      </Button>
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
