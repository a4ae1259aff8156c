/** Code for a course page: options, a preview of them, and the code for the place it is pasted into. */
import { useEffect, useState } from 'react';
import { besideApp } from './addresses';
import { CopyText } from './copy-text';
import { useEmbedMessages } from './embed-messages';
import type { EmbedOptions } from './embed-options';
import { EmbedOptionsForm } from './embed-options-form';
import { EmbedPreview } from './embed-preview';
import type { ShareSource } from './share-source';
import { snippet, snippetKinds, USUAL_HEIGHT } from './snippets';

/** A preset has a page that describes itself: an address is all that such a page around needs. */
const kindsOfPreset = [...snippetKinds, 'oembed'] as const;
type Kind = (typeof kindsOfPreset)[number];

export function EmbedSide(props: {
  readonly base: string;
  /** The address of this very page, which the preview shows; null: it may show none. */
  readonly preview: string | null;
  readonly hash: string;
  readonly title: string;
  readonly options: EmbedOptions;
  readonly presetOf: ShareSource['presetOf'];
  readonly onOptions: (options: EmbedOptions) => void;
  readonly onTitle: (title: string) => void;
}) {
  const { code } = useEmbedMessages();
  const [chosen, setChosen] = useState<Kind>('html');
  const [naturalHeight, setNaturalHeight] = useState(USUAL_HEIGHT);
  const { base, hash, title, options, presetOf } = props;
  const [preset, setPreset] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    presetOf(hash).then(
      (found) => current && setPreset(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [presetOf, hash]);
  const kinds = preset === null ? snippetKinds : kindsOfPreset;
  const kind = chosen === 'oembed' && preset === null ? 'html' : chosen;
  const text =
    kind === 'oembed'
      ? besideApp(base, `presets/${preset}/`)
      : snippet(kind, { base, hash, title, options, naturalHeight });
  return (
    <div className="embed-side">
      <EmbedOptionsForm options={options} title={title} onOptions={props.onOptions} onTitle={props.onTitle} />
      <EmbedPreview base={props.preview} hash={hash} options={options} onNaturalHeight={setNaturalHeight} />
      <div className="embed-code">
        <label className="share-field">
          <span>{code.into}</span>
          <select
            value={kind}
            onChange={(event) => {
              const next = kinds.find((each) => each === event.target.value);
              if (next) setChosen(next);
            }}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {code.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <CopyText
          // Not the height: the preview tells it at any time, and the code is as good without.
          key={JSON.stringify([kind, base, hash, title, options])}
          look="block"
          label={code.label}
          text={text}
          copy={code.copy}
          note={code.where[kind]}
        />
      </div>
    </div>
  );
}
