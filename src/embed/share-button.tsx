/** The button Share in the header; its dialog is fetched when the page is idle. */
import { useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { lazyPart } from '../ui/lazy-part';
import { useMessages } from '../ui/messages-context';
import type { ShareSource } from './share-source';

const { Part: ShareBody, prefetch } = lazyPart(() =>
  import('./share-body').then((module) => module.ShareBody),
);

export function ShareButton({ source }: { readonly source: ShareSource }) {
  const { share } = useMessages().app;
  const [open, setOpen] = useState(false);
  useEffect(prefetch, []);
  return (
    <>
      <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {share.open}
      </Button>
      <Dialog title={share.title} size="wide" open={open} onClose={() => setOpen(false)}>
        <ShareBody source={source} />
      </Dialog>
    </>
  );
}
