/** The dialog behind More: the form of all settings of a run. */
import { useEffect } from 'react';
import { Dialog } from '../../ui/dialog';
import { lazyPart } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { KeyLabels } from './parameter-field';

const { Part: SetupForm, prefetch } = lazyPart(() =>
  import('./setup-form').then((module) => module.SetupForm),
);

type Props = {
  readonly keys: readonly string[];
  readonly labels: KeyLabels;
  readonly open: boolean;
  readonly onClose: () => void;
};

export function SetupDialog({ keys, labels, open, onClose }: Props) {
  const { labPage } = useMessages();
  useEffect(prefetch, []);
  return (
    <Dialog title={labPage.setup.title} open={open} onClose={onClose}>
      <SetupForm keys={keys} labels={labels} onClose={onClose} />
    </Dialog>
  );
}
