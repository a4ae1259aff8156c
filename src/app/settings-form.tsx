/** Theme, motion and where the networks train: kept on this device, never in a link. */
import { useStore } from 'zustand';
import type { SettingsStore } from '../store/settings-store';
import { useMessages } from '../ui/messages-context';
import { Segmented } from '../ui/segmented';

export function SettingsForm(props: { readonly settings: SettingsStore }) {
  const words = useMessages().app.settingsDialog;
  const { theme, motion, backend, set } = useStore(props.settings);
  return (
    <div className="settings">
      <h3>{words.theme}</h3>
      <Segmented
        legend={words.theme}
        value={theme}
        onChange={(value) => set({ theme: value })}
        segments={segments(words.themes)}
      />
      <h3>{words.motion}</h3>
      <Segmented
        legend={words.motion}
        value={motion}
        onChange={(value) => set({ motion: value })}
        segments={segments(words.motions)}
      />
      <h3>{words.backend}</h3>
      <Segmented
        legend={words.backend}
        value={backend}
        onChange={(value) => set({ backend: value })}
        segments={segments(words.backends)}
      />
      <p className="note">{words.backendNote}</p>
    </div>
  );
}

function segments<Value extends string>(labels: Readonly<Record<Value, string>>) {
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
}
