/** Code for a course page: options, a preview of them, and the code for the place it is pasted into. */
import { useState } from 'react';
import { CopyText } from './copy-text';
import { useEmbedMessages } from './embed-messages';
import type { EmbedOptions } from './embed-options';
import { EmbedOptionsForm } from './embed-options-form';
import { EmbedPreview } from './embed-preview';
import { type SnippetKind, snippet, snippetKinds, USUAL_HEIGHT } from './snippets';

export function EmbedSide(props: {
  readonly base: string;
  /** The address of this very page, which the preview shows. */
  readonly own: string;
  readonly hash: string;
  readonly title: string;
  readonly options: EmbedOptions;
  readonly onOptions: (options: EmbedOptions) => void;
  readonly onTitle: (title: string) => void;
}) {
  const { code } = useEmbedMessages();
  const [kind, setKind] = useState<SnippetKind>('html');
  const [naturalHeight, setNaturalHeight] = useState(USUAL_HEIGHT);
  const { base, hash, title, options } = props;
  return (
    <div className="embed-side">
      <EmbedOptionsForm options={options} title={title} onOptions={props.onOptions} onTitle={props.onTitle} />
      <EmbedPreview base={props.own} hash={hash} options={options} onNaturalHeight={setNaturalHeight} />
      <div className="embed-code">
        <label className="share-field">
          <span>{code.into}</span>
          <select
            value={kind}
            onChange={(event) => {
              const chosen = snippetKinds.find((each) => each === event.target.value);
              if (chosen) setKind(chosen);
            }}
          >
            {snippetKinds.map((each) => (
              <option key={each} value={each}>
                {code.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <CopyText
          look="block"
          label={code.label}
          text={snippet(kind, { base, hash, title, options, naturalHeight })}
          copy={code.copy}
          note={code.where[kind]}
        />
      </div>
    </div>
  );
}
