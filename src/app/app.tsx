/** The two places of the app: the gallery, and a lab when the hash names one. */
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { labs } from '../labs/registry';
import { labOfHash } from '../spec/url-codec';
import type { SettingsStore } from '../store/settings-store';
import { showPlace } from './frame-place';
import { Header } from './header';
import { LabPlaceholder } from './lab-placeholder';

// Each of the two loads without the other.
const Gallery = lazy(() => import('./gallery'));
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
        <Suspense fallback={null}>
          <Gallery unknownLab={wanted} />
        </Suspense>
      </>
    );
  return (
    <Suspense fallback={<LabPlaceholder meta={lab} settings={settings} />}>
      <LabHost key={lab.id} meta={lab} settings={settings} />
    </Suspense>
  );
}
