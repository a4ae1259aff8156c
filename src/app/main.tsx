/** The page's entry: fonts, styles, stores, and the app. */
import '@fontsource-variable/inter/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSettingsStore } from '../store/settings-store';
import { App } from './app';
import { applySettings } from './apply-settings';
import { ErrorBoundary } from './error-boundary';
import { presentation } from './presentation';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no root element.');

if (presentation.embed) document.documentElement.dataset.embed = '';
const settings = createSettingsStore({ query: location.search });
applySettings(settings);
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App settings={settings} />
    </ErrorBoundary>
  </StrictMode>,
);
