/** The link that brings this bench back, and a way to copy it where the clipboard is blocked. */
import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { encodeHash } from '../spec/url-codec';
import { Button } from '../ui/button';
import { useMessages } from '../ui/messages-context';
import { useBench } from './bench';
import './share-dialog.css';

export function ShareBody() {
  const { lab, experiment, table, labId } = useBench();
  const { labPage } = useMessages();
  const state = useStore(lab, (store) => store.state);
  const changed = useStore(experiment, (store) => store.changedByHand);
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'blocked' | null>(null);
  const link = `${location.href.replace(/#.*$/, '')}${encodeHash(table, labId, state)}`;

  async function copy() {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setOutcome('copied');
    } catch {
      setOutcome('blocked');
    }
  }
  return (
    <div className="share">
      <p>{labPage.share.lead}</p>
      {changed && <p className="share-changed">{labPage.share.byHand}</p>}
      <label className="share-link">
        <span className="note">{labPage.share.link}</span>
        <input ref={field} readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <div className="share-actions">
        <Button look="main" onClick={copy}>
          {labPage.share.copy}
        </Button>
        <span role="status" className="note">
          {outcome === 'copied'
            ? labPage.share.copied
            : outcome === 'blocked'
              ? labPage.share.copyFailed
              : ''}
        </span>
      </div>
    </div>
  );
}
