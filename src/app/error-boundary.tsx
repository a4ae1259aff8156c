/** The last net: whatever throws while rendering becomes a sentence and a way on. */
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { MessagesContext } from '../ui/messages-context';

export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: Error | null }
> {
  static override contextType = MessagesContext;
  declare context: React.ContextType<typeof MessagesContext>;
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    const { crash } = this.context.app;
    return (
      <main className="placeholder" role="alert">
        <h1>{crash.title}</h1>
        <p>{crash.lead}</p>
        <Button look="main" onClick={() => location.reload()}>
          {crash.reload}
        </Button>
        <details>
          <summary>{crash.details}</summary>
          <pre>{error.message}</pre>
        </details>
      </main>
    );
  }
}
