/** Puts theme and motion on the document element, and follows the system where the setting says auto. */
import type { SettingsStore } from '../store/settings-store';

export function applySettings(settings: SettingsStore): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const apply = () => {
    const { theme, motion } = settings.getState();
    const root = document.documentElement;
    root.dataset.theme = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme;
    root.dataset.motion = motion === 'reduce' || still.matches ? 'reduce' : 'full';
  };
  apply();
  settings.subscribe(apply);
  dark.addEventListener('change', apply);
  still.addEventListener('change', apply);
}
