/**
 * Text to take along, and a button that copies it. Where the clipboard is blocked (a frame without permission, a
 * page without https) the text is selected instead, and the page says which keys copy it. For another text give it
 * another `key`: what was said of the one before then goes.
 */
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { useEmbedMessages } from './embed-messages';

export function CopyText(props: {
  readonly label: string;
  readonly text: string;
  readonly copy: string;
  readonly look: 'line' | 'block';
  /** What to do with it, below the text. */
  readonly note?: string;
}) {
  const words = useEmbedMessages();
  const field = useRef<HTMLTextAreaElement>(null);
  const own = useId();
  const note = useId();
  const [outcome, setOutcome] = useState<'copied' | 'blocked' | null>(null);

  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(props.text);
      setOutcome('copied');
    } catch {
      // The click has moved the focus to the button; the keys copy what is selected in the field.
      field.current?.focus();
      field.current?.select();
      setOutcome('blocked');
    }
  }
  // Another text in the field, as when the preview has told its height, would lose the selection.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes it
  useLayoutEffect(() => {
    if (outcome === 'blocked' && document.activeElement === field.current) field.current?.select();
  }, [props.text]);
  return (
    <div className={`copy-text copy-${props.look}`}>
      <div className="share-field">
        <label className="note" htmlFor={own}>
          {props.label}
        </label>
        <textarea
          id={own}
          ref={field}
          readOnly
          spellCheck={false}
          rows={props.look === 'line' ? 2 : 7}
          value={props.text}
          aria-describedby={props.note === undefined ? undefined : note}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      {props.note !== undefined && (
        <p id={note} className="note">
          {props.note}
        </p>
      )}
      <div className="copy-actions">
        <Button look="main" onClick={copy}>
          {props.copy}
        </Button>
        <span role="status" className="note">
          {outcome === null ? '' : outcome === 'blocked' ? words.copyFailed : words.copied}
        </span>
      </div>
    </div>
  );
}
