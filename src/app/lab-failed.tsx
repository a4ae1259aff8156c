/** A lab whose code did not arrive: says so and tries again. */
import type { SettingsStore } from '../store/settings-store';
import { Button } from '../ui/button';
import { useMessages } from '../ui/messages-context';
import { Header } from './header';

export function LabFailed(props: { readonly settings: SettingsStore; readonly onRetry: () => void }) {
  const { app } = useMessages();
  return (
    <>
      <Header settings={props.settings} />
      <main className="placeholder" role="alert">
        <h1>{app.loadFailed.title}</h1>
        <p>{app.loadFailed.lead}</p>
        <Button look="main" onClick={props.onRetry}>
          {app.loadFailed.retry}
        </Button>
      </main>
    </>
  );
}
