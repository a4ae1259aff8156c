/** Draw on a picture, or a new one: paper of 32x32 cells for mouse, touch, pen and keyboard. */
import { useId, useMemo, useState } from 'react';
import { addWords } from '../../../i18n/catalogue';
import { siameseMore } from '../../../i18n/en/siamese-more';
import { useBench } from '../../../lab-page/bench';
import { type Brush, blankDrawing, isBlank } from '../../../lab-page/drawing/drawing';
import { DrawingPaper } from '../../../lab-page/drawing/drawing-paper';
import { useDrawing } from '../../../lab-page/drawing/use-drawing';
import { usePalette } from '../../../lab-page/use-palette';
import { FACE_SIDE } from '../../../spec/siamese-network';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useMessages } from '../../../ui/messages-context';
import { Segmented } from '../../../ui/segmented';
import { facePalette } from '../../../views/siamese-canvas';
import type { SiameseState } from '../parameters';
import { chosenPicture } from './chosen-pair';
import { type Side, setOwnPicture } from './own-pictures';

const BRUSHES = {
  thin: { core: 0.35, reach: 1.05 },
  thick: { core: 1.5, reach: 2.4 },
  eraser: { core: 1.2, reach: 2, erases: true },
} as const satisfies Record<string, Brush>;
type Tool = keyof typeof BRUSHES;

type DialogProps = { readonly side: Side; readonly open: boolean; readonly onClose: () => void };

addWords({ siameseMore });

export function DrawFaceDialog(props: DialogProps) {
  const { draw: words } = useMessages().siameseMore;
  return (
    <Dialog title={words.drawTitle(props.side)} open={props.open} onClose={props.onClose}>
      <DrawBody {...props} />
    </Dialog>
  );
}

function DrawBody({ side, onClose }: DialogProps) {
  const { draw: words } = useMessages().siameseMore;
  const { lab } = useBench();
  const outer = usePalette();
  const palette = useMemo(() => facePalette(outer), [outer]);
  const [tool, setTool] = useState<Tool>('thin');
  const { drawing, canUndo, begin, change, replace, undo } = useDrawing(
    () => chosenPicture(lab.getState().state as SiameseState, side).pixels,
  );
  const how = useId();
  return (
    <>
      <p className="note" id={how}>
        {words.drawHow}
      </p>
      <Segmented
        legend={words.toolLegend}
        value={tool}
        onChange={setTool}
        segments={(['thin', 'thick', 'eraser'] as const).map((value) => ({
          value,
          label: words.tools[value],
        }))}
      />
      <div className="face-paper">
        <DrawingPaper
          drawing={drawing}
          palette={palette}
          brush={BRUSHES[tool]}
          nameOf={words.drawPaper}
          describedBy={how}
          onBegin={begin}
          onChange={change}
        />
      </div>
      <div className="drawing-actions">
        <Button disabled={isBlank(drawing)} onClick={() => replace(blankDrawing(FACE_SIDE))}>
          {words.clear}
        </Button>
        <Button disabled={!canUndo} onClick={undo}>
          {words.undo}
        </Button>
        <Button
          look="main"
          onClick={() => {
            setOwnPicture(side, drawing);
            onClose();
          }}
        >
          {words.use}
        </Button>
      </div>
    </>
  );
}
