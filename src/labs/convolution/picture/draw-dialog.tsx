/** Draw a digit: paper of 28x28 cells for mouse, touch, pen and keyboard, and what the networks will see of it. */
import { useId, useMemo, useState } from 'react';
import { blankDrawing, isBlank } from '../../../lab-page/drawing/drawing';
import { DrawingPaper } from '../../../lab-page/drawing/drawing-paper';
import { useDrawing } from '../../../lab-page/drawing/use-drawing';
import { usePalette } from '../../../lab-page/use-palette';
import { fittedToCanvas } from '../../../math/fit-image';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useMessages } from '../../../ui/messages-context';
import { PicturePreview, type Shown } from './picture-preview';
import './picture.css';

/** Cells along each side of the paper. */
const DRAWING_SIDE = 28;

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPicture: (pixels: Float32Array) => void;
  /** From the fitted 28x28 pixels to what the networks see. */
  readonly shown: Shown;
};

export function DrawDialog(props: DialogProps) {
  const { move } = useMessages();
  return (
    <Dialog title={move.drawTitle} open={props.open} onClose={props.onClose}>
      <DrawBody {...props} />
    </Dialog>
  );
}

function DrawBody({ onClose, onPicture, shown }: DialogProps) {
  const { move } = useMessages();
  const palette = usePalette();
  const { drawing, canUndo, begin, change, replace, undo } = useDrawing(() => blankDrawing(DRAWING_SIDE));
  const [refused, setRefused] = useState(false);
  const how = useId();

  const fitted = useMemo(() => {
    const picture = isBlank(drawing) ? null : fittedToCanvas(drawing, DRAWING_SIDE, DRAWING_SIDE);
    return picture?.kind === 'fitted' ? picture.pixels : null;
  }, [drawing]);

  function use() {
    if (!fitted) return setRefused(true);
    onPicture(fitted);
    onClose();
  }
  return (
    <>
      <p className="note" id={how}>
        {move.drawHow}
      </p>
      <div className="picture-table">
        <DrawingPaper
          drawing={drawing}
          palette={palette}
          nameOf={move.drawName}
          describedBy={how}
          onBegin={begin}
          onChange={(stroke) => {
            change(stroke);
            setRefused(false);
          }}
        />
        <PicturePreview pixels={fitted} shown={shown} />
      </div>
      <p className="picture-problem" role="alert">
        {refused ? move.blankDrawing : ''}
      </p>
      <div className="drawing-actions">
        <Button disabled={isBlank(drawing)} onClick={() => replace(blankDrawing(DRAWING_SIDE))}>
          {move.clear}
        </Button>
        <Button disabled={!canUndo} onClick={undo}>
          {move.undo}
        </Button>
        <Button look="main" onClick={use}>
          {move.use}
        </Button>
      </div>
    </>
  );
}
