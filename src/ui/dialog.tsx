/** A native modal dialog with a heading and a close button; Esc and a click on the backdrop close it. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './button';
import './dialog.css';
import { useMessages } from './messages-context';

export function Dialog(props: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly size?: 'usual' | 'wide';
  readonly children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { app } = useMessages();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open === props.open) return;
    if (props.open) dialog.showModal();
    else dialog.close();
  }, [props.open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Esc is the keyboard's way out
    <dialog
      ref={element}
      className={`dialog dialog-${props.size ?? 'usual'}`}
      aria-labelledby={heading}
      onClose={props.onClose}
      onClick={(event) => event.target === element.current && props.onClose()}
    >
      {props.open && (
        <div className="dialog-body">
          <header className="dialog-header">
            <h2 id={heading}>{props.title}</h2>
            <Button look="quiet" onClick={props.onClose}>
              {app.close}
            </Button>
          </header>
          {props.children}
        </div>
      )}
    </dialog>
  );
}
