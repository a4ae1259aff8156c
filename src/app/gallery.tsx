/** The gallery: one card per lab with its question and a still picture drawn by the lab's own views. */
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
        {labs.map((meta) => (
          <LabCard key={meta.id} meta={meta} />
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

function LabCard({ meta }: { readonly meta: LabMeta }) {
  const messages = useMessages();
  const { gallery } = messages.app;
  const Still = useMemo(() => lazy(meta.loadStill), [meta]);
  const href = `#v=1&lab=${meta.id}&seed=1`;
  return (
    <article className="lab-card card">
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
        <h2>{meta.question(messages)}</h2>
        <p>{meta.summary(messages)}</p>
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
      </div>
    </article>
  );
}
