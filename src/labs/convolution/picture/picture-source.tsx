/** The buttons Draw and Upload with their dialogs: the learner's own picture, fitted to 28x28. */
import { useState } from 'react';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { DrawDialog } from './draw-dialog';
import type { Shown } from './picture-preview';
import { UploadDialog } from './upload-dialog';

const asItIs: Shown = (pixels) => pixels;

export function PictureSource(props: {
  /** [28, 28], 0 (paper) to 1 (ink), fitted as the MNIST digits are. */
  readonly onPicture: (pixels: Float32Array) => void;
  /** What the networks of this act see of it, for the preview; as it is unless given. */
  readonly shown?: Shown;
}) {
  const { move } = useMessages();
  const [open, setOpen] = useState<'draw' | 'upload' | null>(null);
  const dialog = {
    onClose: () => setOpen(null),
    onPicture: props.onPicture,
    shown: props.shown ?? asItIs,
  };
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen('draw')}>
        {move.draw}
      </Button>
      <Button aria-haspopup="dialog" onClick={() => setOpen('upload')}>
        {move.upload}
      </Button>
      <DrawDialog open={open === 'draw'} {...dialog} />
      <UploadDialog open={open === 'upload'} {...dialog} />
    </>
  );
}
