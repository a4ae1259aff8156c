/** The page's entry: fonts, styles, stores, and the app. */
import '@fontsource-variable/inter/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './app.css';
import './still.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepBeforeStart } from '../embed/before-start';
import { openFrameLine } from '../embed/frame-line';
import { createSettingsStore } from '../store/settings-store';
import { App } from './app';
import { applySettings } from './apply-settings';
import { ErrorBoundary } from './error-boundary';
import { keepHashLinksInside } from './hash-links';
import { presentation } from './presentation';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root element.');

if (import.meta.env.MODE === 'single-file') keepBeforeStart(root);
if (presentation.embed) document.documentElement.dataset.embed = '';
// A lab in another page answers that page; the code for it is fetched only there.
const line = openFrameLine(window);
if (line) {
  const { href, search } = location;
  void import('./connect-frame-api').then((module) => module.connectFrameApi(line, { href, search }));
}

const settings = createSettingsStore({ query: location.search });
applySettings(settings);
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App settings={settings} />
    </ErrorBoundary>
  </StrictMode>,
);

// Which of the two holds is decided at build time. The single file has no address of its own to keep.
if (import.meta.env.MODE === 'single-file') {
  if (location.protocol === 'about:') keepHashLinksInside();
} else if (import.meta.env.PROD && window.top === window)
  addEventListener('load', () => void import('./keep-offline').then(({ keepOffline }) => keepOffline()));
