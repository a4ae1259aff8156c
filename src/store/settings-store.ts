/**
 * How the page looks and where networks train: theme, motion, backend. From the address, else from what
 * this device keeps, else the default. What is set here is kept on the device; where keeping is forbidden
 * (a sandboxed frame: even reading throws), it holds for this page only.
 */
import { createStore } from 'zustand/vanilla';
import { backends, motions, oneOf, parseQuery, themes } from '../spec/parse-query';
import { type ActiveStore, withActions } from './readable-store';

export type SettingsState = {
  readonly theme: (typeof themes)[number];
  readonly motion: (typeof motions)[number];
  readonly backend: (typeof backends)[number];
};

export type SettingsActions = { set(settings: Partial<SettingsState>): void };
export type SettingsStore = ActiveStore<SettingsState, SettingsActions>;
type Keeper = Pick<Storage, 'getItem' | 'setItem'>;

const KEPT_AS = 'tied.settings.';

export function createSettingsStore(options: {
  /** `location.search` */
  readonly query: string;
  /** Where settings are kept; may throw, and so may what it gives. */
  readonly storage?: () => Keeper;
}): SettingsStore {
  const { query, storage = () => localStorage } = options;

  function kept(key: keyof SettingsState): string | null {
    try {
      return storage().getItem(KEPT_AS + key);
    } catch {
      return null;
    }
  }

  const { presentation: asked } = parseQuery(query);
  const initial: SettingsState = {
    theme: asked.theme ?? oneOf(themes, kept('theme')) ?? 'auto',
    motion: asked.motion ?? oneOf(motions, kept('motion')) ?? 'auto',
    backend: asked.backend ?? oneOf(backends, kept('backend')) ?? 'auto',
  };
  const actions: SettingsActions = {
    set(settings) {
      store.setState(settings);
      try {
        for (const [key, value] of Object.entries(settings)) storage().setItem(KEPT_AS + key, value);
      } catch {
        // Nothing may be kept here: the setting holds for this page only.
      }
    },
  };
  const store = createStore<SettingsState & SettingsActions>(() => ({ ...initial, ...actions }));
  return withActions(store, actions);
}
