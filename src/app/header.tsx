/** Name, way back to the labs, and what concerns the whole page. */
import { type ReactNode, useEffect, useState } from 'react';
import type { SettingsStore } from '../store/settings-store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { lazyPart } from '../ui/lazy-part';
import { useMessages } from '../ui/messages-context';
import { presentation } from './presentation';

const { Part: SettingsForm, prefetch } = lazyPart(() =>
  import('./settings-form').then((module) => module.SettingsForm),
);

export function Header(props: { readonly settings: SettingsStore; readonly children?: ReactNode }) {
  const { app } = useMessages();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!presentation.embed) prefetch();
  }, []);
  if (presentation.embed) return null;
  return (
    <header className="page-header">
      <button type="button" className="skip-link" onClick={skipToContent}>
        {app.skipToContent}
      </button>
      <a className="brand" href="#gallery">
        <Mark />
        {app.name}
      </a>
      <nav className="page-nav" aria-label={app.name}>
        <a className="button button-quiet" href="#gallery">
          {app.labs}
        </a>
        {props.children}
        {!presentation.hide.includes('settings') && (
          <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {app.settings}
          </Button>
        )}
      </nav>
      <Dialog title={app.settingsDialog.title} open={open} onClose={() => setOpen(false)}>
        <SettingsForm settings={props.settings} />
      </Dialog>
    </header>
  );
}

/** A button, not a link: the hash is the bench's state and must stay. */
function skipToContent() {
  const content = document.querySelector('main');
  content?.setAttribute('tabindex', '-1');
  content?.focus();
}

/** Two threads that meet in one point. */
function Mark() {
  return (
    <svg
      width="24"
      height="18"
      viewBox="0 0 24 18"
      aria-hidden="true"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
    >
      <path d="M2 4c6 0 6 10 12 10" stroke="var(--shared)" />
      <path d="M2 14c6 0 6-10 12-10" stroke="var(--shared)" />
      <circle cx="20" cy="9" r="2.4" fill="var(--shared)" />
    </svg>
  );
}
