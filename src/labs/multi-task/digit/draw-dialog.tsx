/** Draw a digit: paper of 28x28 cells for mouse, touch, pen and keyboard; fitted as the training digits are. */
import { useId, useState } from 'react';
import { addWords } from '../../../i18n/catalogue';
import { multiTaskMore } from '../../../i18n/en/multi-task-more';
import { blankDrawing, isBlank } from '../../../lab-page/drawing/drawing';
import { DrawingPaper } from '../../../lab-page/drawing/drawing-paper';
import { useDrawing } from '../../../lab-page/drawing/use-drawing';
import { usePalette } from '../../../lab-page/use-palette';
import { fittedToCanvas } from '../../../math/fit-image';
import { PICTURE_SIDE } from '../../../spec/multi-task-network';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useMessages } from '../../../ui/messages-context';
import { setOwnDigit } from './own-digit';

addWords({ multiTaskMore });

type DialogProps = { readonly open: boolean; readonly onClose: () => void };

export function DrawDialog(props: DialogProps) {
  const { multiTaskMore: words } = useMessages();
  return (
    <Dialog title={words.drawTitle} open={props.open} onClose={props.onClose}>
      <DrawBody {...props} />
    </Dialog>
  );
}

function DrawBody({ onClose }: DialogProps) {
  const { multiTaskMore: words } = useMessages();
  const palette = usePalette();
  const { drawing, canUndo, begin, change, replace, undo } = useDrawing(() => blankDrawing(PICTURE_SIDE));
  const [refused, setRefused] = useState(false);
  const how = useId();

  function take() {
    const fitted = isBlank(drawing) ? null : fittedToCanvas(drawing, PICTURE_SIDE, PICTURE_SIDE);
    if (fitted?.kind !== 'fitted') return setRefused(true);
    setOwnDigit(fitted.pixels);
    onClose();
  }
  return (
    <>
      <p className="note" id={how}>
        {words.drawHow}
      </p>
      <div className="digit-paper">
        <DrawingPaper
          drawing={drawing}
          palette={palette}
          nameOf={words.paper}
          describedBy={how}
          onBegin={begin}
          onChange={(stroke) => {
            change(stroke);
            setRefused(false);
          }}
        />
      </div>
      <p className="note" role="alert">
        {refused ? words.blank : ''}
      </p>
      <div className="drawing-actions">
        <Button disabled={isBlank(drawing)} onClick={() => replace(blankDrawing(PICTURE_SIDE))}>
          {words.clear}
        </Button>
        <Button disabled={!canUndo} onClick={undo}>
          {words.undo}
        </Button>
        <Button look="main" onClick={take}>
          {words.use}
        </Button>
      </div>
    </>
  );
}
