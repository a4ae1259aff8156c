/** What stands on the screen for the moment in which a lab's code arrives: its question, nothing moving. */
import type { LabMeta } from '../labs/lab-module';
import type { SettingsStore } from '../store/settings-store';
import { useMessages } from '../ui/messages-context';
import { Header } from './header';

export function LabPlaceholder(props: { readonly meta: LabMeta; readonly settings: SettingsStore }) {
  const messages = useMessages();
  return (
    <>
      <Header settings={props.settings} />
      <main className="placeholder" aria-busy="true">
        <h1>{props.meta.question(messages)}</h1>
        <p className="note">{messages.app.loading}</p>
      </main>
    </>
  );
}
