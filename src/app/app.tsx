/** The two places of the app: the gallery, and a lab when the hash names one. */
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { labs } from '../labs/registry';
import { labOfHash } from '../spec/url-codec';
import type { SettingsStore } from '../store/settings-store';
import { showPlace } from './frame-place';
import { Gallery } from './gallery';
import { Header } from './header';
import { LabPlaceholder } from './lab-placeholder';

const LabHost = lazy(() => import('./lab-host'));

const onHashChange = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export function App({ settings }: { readonly settings: SettingsStore }) {
  const wanted = useSyncExternalStore(onHashChange, () => labOfHash(location.hash));
  const lab = labs.find((meta) => meta.id === wanted);
  useEffect(() => showPlace({ kind: lab ? 'loading' : 'gallery' }), [lab]);
  if (!lab)
    return (
      <>
        <Header settings={settings} />
        <Gallery unknownLab={wanted} />
      </>
    );
  return (
    <Suspense fallback={<LabPlaceholder meta={lab} settings={settings} />}>
      <LabHost key={lab.id} meta={lab} settings={settings} />
    </Suspense>
  );
}
