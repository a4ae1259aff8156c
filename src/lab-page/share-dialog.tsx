/** The button Share and its dialog. */
import { useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { lazyPart } from '../ui/lazy-part';
import { useMessages } from '../ui/messages-context';

const { Part: ShareBody, prefetch } = lazyPart(() =>
  import('./share-body').then((module) => module.ShareBody),
);

export function ShareButton() {
  const { labPage } = useMessages();
  const [open, setOpen] = useState(false);
  useEffect(prefetch, []);
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {labPage.share.open}
      </Button>
      <Dialog title={labPage.share.title} open={open} onClose={() => setOpen(false)}>
        <ShareBody />
      </Dialog>
    </>
  );
}
