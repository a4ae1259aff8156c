/** The buttons Draw and Upload with their dialogs: the learner's own picture, fitted to 28x28. */
import { useState } from 'react';
import { addWords } from '../../../i18n/catalogue';
import { move as words } from '../../../i18n/en/move';
import { Button } from '../../../ui/button';
import { lazyPart } from '../../../ui/lazy-part';
import { useMessages } from '../../../ui/messages-context';
import type { Shown } from './picture-preview';

// The dialogs and what reads pictures arrive when they are first opened.
const { Part: DrawDialog } = lazyPart(() => import('./draw-dialog').then((module) => module.DrawDialog));
const { Part: UploadDialog } = lazyPart(() =>
  import('./upload-dialog').then((module) => module.UploadDialog),
);

addWords({ move: words });

const asItIs: Shown = (pixels) => pixels;

export function PictureSource(props: {
  /** [28, 28], 0 (paper) to 1 (ink), fitted as the MNIST digits are. */
  readonly onPicture: (pixels: Float32Array) => void;
  /** What the networks of this act see of it, for the preview; as it is unless given. */
  readonly shown?: Shown;
}) {
  const { move } = useMessages();
  const [open, setOpen] = useState<'draw' | 'upload' | null>(null);
  const [opened, setOpened] = useState(false);
  const show = (which: 'draw' | 'upload') => {
    setOpened(true);
    setOpen(which);
  };
  const dialog = {
    onClose: () => setOpen(null),
    onPicture: props.onPicture,
    shown: props.shown ?? asItIs,
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => show('draw')}>
        {move.draw}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => show('upload')}>
        {move.upload}
      </Button>
      {opened && (
        <>
          <DrawDialog open={open === 'draw'} {...dialog} />
          <UploadDialog open={open === 'upload'} {...dialog} />
        </>
      )}
    </>
  );
}
