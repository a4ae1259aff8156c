/** The palette in force; a new object when the theme changes, so that views redraw. */
import { useSyncExternalStore } from 'react';
import { type Palette, readPalette } from '../views/palette';

let known: { readonly theme: string; readonly palette: Palette } | null = null;

function current(): Palette {
  const root = document.documentElement;
  const theme = root.dataset.theme ?? '';
  if (known?.theme !== theme) known = { theme, palette: readPalette(root) };
  return known.palette;
}

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

export const usePalette = (): Palette => useSyncExternalStore(subscribe, current);
