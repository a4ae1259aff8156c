/** What the learner must know now: that a run was recorded, what the single file lacks, and troubles, which come later. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { whole } from '../i18n/format';
import { DIGIT_CLASSES, digitsAmong } from '../spec/asked-digits';
import { encodeHash } from '../spec/url-codec';
import { lazyPart } from '../ui/lazy-part';
import { useMessages } from '../ui/messages-context';
import { useBench, useShows } from './bench';

const { Part: Troubles, prefetch } = lazyPart(() => import('./troubles').then((module) => module.Troubles));

/** Decided at build time: the ordinary page has none of it. */
const isSingleFile = import.meta.env.MODE === 'single-file';

export function Notices({ trains }: { readonly trains: boolean }) {
  return (
    <div className="notices">
      {trains && <Stored />}
      {isSingleFile && <FewerDigits />}
      <TroublesIfAny />
    </div>
  );
}

/** Their code is there before any of them can be, but for those of the link. */
function TroublesIfAny() {
  const { lab, experiment } = useBench();
  const ofLink = useStore(lab, ({ notes }) => notes.length > 0);
  const ofRun = useStore(
    experiment,
    ({ failure, recovered, tookBack, catchingUp }) =>
      failure !== null || recovered !== null || tookBack !== null || catchingUp !== null,
  );
  useEffect(prefetch, []);
  return ofLink || ofRun ? <Troubles /> : null;
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

/** A run in the single file asks for more training digits than the file carries. */
function FewerDigits() {
  const { lab, labId, table, carries } = useBench();
  const { labPage } = useMessages();
  const state = useStore(lab, (store) => store.state);
  if (!carries) return null;
  const { digits, classes } = carries.asked(state);
  const found = digitsAmong(carries.trainingDigits, classes);
  if (digits <= found) return null;
  const [asked, carried] = [whole(digits), whole(carries.trainingDigits)];
  return (
    <div className="notice" role="status">
      <span>
        {classes < DIGIT_CLASSES
          ? labPage.carries.shortOfSome(asked, carried, whole(found))
          : labPage.carries.short(asked, carried)}{' '}
        <a href={carries.fullVersion + encodeHash(table, labId, state)} target="_blank" rel="noopener">
          {labPage.carries.full}
        </a>
      </span>
    </div>
  );
}
