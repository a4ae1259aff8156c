/** Files to take along: the lab as one file, a package for a course system, a picture. */
import { useState } from 'react';
import { Button } from '../ui/button';
import { bytesOfDataUrl, saveFile } from '../ui/save-file';
import { Segmented } from '../ui/segmented';
import { useEmbedMessages } from './embed-messages';
import type { EmbedOptions } from './embed-options';
import type { ShareSource } from './share-source';
import { fetchSingleFile, ownSingleFile, singleFileAddress } from './single-file';

const doneRules = ['trained', 'opened'] as const;

/** Pixels of the picture for each CSS pixel. */
const POSTER_SCALE = 2;

/** A button that works for a while, and how it went. */
function WorkButton(props: {
  readonly label: string;
  readonly work: () => Promise<void>;
  readonly told: Readonly<Record<'working' | 'done' | 'failed', string>>;
}) {
  const [outcome, setOutcome] = useState<keyof typeof props.told | null>(null);
  async function start() {
    setOutcome('working');
    setOutcome(
      await props.work().then(
        () => 'done' as const,
        () => 'failed' as const,
      ),
    );
  }
  return (
    <div className="download-row">
      <Button disabled={outcome === 'working'} onClick={start}>
        {props.label}
      </Button>
      <span role="status" className="note">
        {outcome && props.told[outcome]}
      </span>
    </div>
  );
}

export function DownloadSide(props: {
  readonly source: ShareSource;
  readonly own: string;
  readonly hash: string;
  readonly title: string;
  readonly options: EmbedOptions;
}) {
  const all = useEmbedMessages();
  const words = all.download;
  const { source, own, hash, title, options } = props;
  const [doneWhen, setDoneWhen] = useState<(typeof doneRules)[number]>('trained');
  async function makeScorm() {
    const [{ scormPackage }, singleFile] = await Promise.all([
      import('./scorm/scorm-package'),
      source.isSingleFile ? ownSingleFile(document) : fetchSingleFile(own),
    ]);
    const bytes = scormPackage({
      ...{ title, hash, options, doneWhen, singleFile },
      description: all.scorm.description,
      noScript: all.scorm.noScript,
      language: document.documentElement.lang,
    });
    saveFile(new Blob([bytes], { type: 'application/zip' }), `tied-${source.labId}-scorm.zip`);
  }

  async function makePoster() {
    const stage = source.stage();
    if (!stage) throw new Error('There is no stage.');
    const { exportImage } = await import('./export-image');
    const url = await exportImage(stage, { format: 'png', scale: POSTER_SCALE });
    saveFile(new Blob([bytesOfDataUrl(url)], { type: 'image/png' }), `tied-${source.labId}.png`);
  }

  return (
    <div className="download-side">
      <section>
        <h3>{words.single}</h3>
        <p>{words.singleLead}</p>
        {source.isSingleFile ? (
          <Button
            onClick={() => saveFile(new Blob([ownSingleFile(document)], { type: 'text/html' }), 'tied.html')}
          >
            {words.singleGet}
          </Button>
        ) : (
          <a className="button button-plain" href={singleFileAddress(own)} download="tied.html">
            {words.singleGet}
          </a>
        )}
      </section>
      <section>
        <h3>{words.scorm}</h3>
        <p>{words.scormLead}</p>
        <div className="download-done">
          <span className="note">{words.done}</span>
          <Segmented
            legend={words.done}
            value={doneWhen}
            onChange={setDoneWhen}
            segments={doneRules.map((value) => ({ value, label: words.doneWhen[value] }))}
          />
        </div>
        <WorkButton
          label={words.scormGet}
          work={makeScorm}
          told={{ working: words.making, done: words.scormMade, failed: words.scormFailed }}
        />
      </section>
      <section>
        <h3>{words.poster}</h3>
        <p>{words.posterLead}</p>
        <WorkButton
          label={words.posterGet}
          work={makePoster}
          told={{ working: words.drawing, done: words.posterMade, failed: words.posterFailed }}
        />
      </section>
    </div>
  );
}
