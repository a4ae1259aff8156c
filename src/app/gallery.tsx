/**
 * The gallery: one card per lab with its question and a still picture drawn by the lab's own views. The first card,
 * of the flagship, is twice as wide and has the one button that sets something in motion; of the others the whole
 * card is the link.
 */
import { lazy, Suspense, useMemo } from 'react';
import type { LabMeta } from '../labs/lab-module';
import { labs } from '../labs/registry';
import { lazyPart } from '../ui/lazy-part';
import { useMessages } from '../ui/messages-context';
import { arriveMoving } from './arrival';

const { Part: PresetGallery } = lazyPart(() =>
  import('./preset-gallery').then((module) => module.PresetGallery),
);

export default function Gallery({ unknownLab }: { readonly unknownLab: string | null }) {
  const { app } = useMessages();
  const { gallery } = app;
  return (
    <main className="gallery" id="content">
      <header>
        <h1>{gallery.title}</h1>
        <p className="gallery-lead">
          {gallery.leadBefore}
          <strong>{gallery.go}</strong>
          {gallery.leadAfter}
        </p>
        {unknownLab && (
          <p className="gallery-unknown" role="status">
            {app.unknownLab(unknownLab.slice(0, 40))}
          </p>
        )}
      </header>
      <div className="gallery-cards">
        {labs.map((meta, index) => (
          <LabCard key={meta.id} meta={meta} first={index === 0} />
        ))}
      </div>
      <PresetGallery />
      <footer className="gallery-footer note">
        <span>{gallery.real}</span>
        <span>{gallery.privacy}</span>
      </footer>
    </main>
  );
}

function LabCard({ meta, first }: { readonly meta: LabMeta; readonly first: boolean }) {
  const messages = useMessages();
  const { gallery } = messages.app;
  const Still = useMemo(() => lazy(meta.loadStill), [meta]);
  const href = `#v=1&lab=${meta.id}&seed=1`;
  return (
    <article className={`lab-card card ${first ? 'lab-card-first' : ''}`}>
      <div className="lab-card-still" aria-hidden="true">
        <Suspense fallback={null}>
          <Still />
        </Suspense>
      </div>
      <div className="lab-card-words">
        <p className="lab-card-name">
          <strong>{meta.name(messages)}</strong>
          <span>{gallery.minutes(meta.minutes)}</span>
        </p>
        <h2>{first ? meta.question(messages) : <a href={href}>{meta.question(messages)}</a>}</h2>
        <p>{meta.summary(messages)}</p>
        {first && (
          <a
            className="button button-main"
            href={href}
            onClick={arriveMoving}
            aria-label={`${gallery.go}. ${gallery.open(meta.question(messages))}`}
          >
            <svg width="11" height="12" viewBox="0 0 11 12" aria-hidden="true">
              <path fill="currentColor" d="M1 .8v10.4L10.4 6z" />
            </svg>
            {gallery.go}
          </a>
        )}
      </div>
    </article>
  );
}
