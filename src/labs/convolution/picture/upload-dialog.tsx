/** Upload a picture: choose or drop a file, see what the networks will see, use it; or read why it cannot be read. */
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useMessages } from '../../../ui/messages-context';
import type { PictureProblem } from './picture-file';
import { PicturePreview, type Shown } from './picture-preview';
import { readPicture } from './read-picture';
import '../../../lab-page/drawing/drawing.css';
import './picture.css';

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onPicture: (pixels: Float32Array) => void;
  /** From the fitted 28x28 pixels to what the networks see. */
  readonly shown: Shown;
};

export function UploadDialog(props: DialogProps) {
  const { move } = useMessages();
  return (
    <Dialog title={move.uploadTitle} open={props.open} onClose={props.onClose}>
      <UploadBody {...props} />
    </Dialog>
  );
}

function UploadBody({ onClose, onPicture, shown }: DialogProps) {
  const { move } = useMessages();
  const [pixels, setPixels] = useState<Float32Array | null>(null);
  const [problem, setProblem] = useState<PictureProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const newest = useRef(0);

  async function read(file: File | null | undefined) {
    if (!file) return;
    newest.current += 1;
    const ticket = newest.current;
    setBusy(true);
    setEmpty(false);
    const result = await readPicture(file);
    if (ticket !== newest.current) return;
    setBusy(false);
    setProblem(result.kind === 'bad' ? result.problem : null);
    if (result.kind === 'good') setPixels(result.pixels);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  }
  return (
    <>
      <p className="note">{move.uploadHow}</p>
      <div className="picture-table">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the file input does the same */}
        <div className="picture-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
          <label>
            <span>{move.chooseFile}</span>
            <input
              type="file"
              accept="image/png,image/jpeg,image/gif,image/webp"
              onChange={(event) => void read(event.currentTarget.files?.[0])}
            />
          </label>
          <span className="note">{move.orDrop}</span>
        </div>
        <PicturePreview pixels={pixels} shown={shown} />
      </div>
      <p className="note" role="status">
        {busy ? move.reading : ''}
      </p>
      <p className="picture-problem" role="alert">
        {problem ? `${move.uploadProblems[problem]} ${move.keptPicture}` : empty ? move.noPicture : ''}
      </p>
      <div className="drawing-actions">
        <Button
          look="main"
          disabled={busy}
          onClick={() => {
            if (!pixels) return setEmpty(true);
            onPicture(pixels);
            onClose();
          }}
        >
          {move.use}
        </Button>
      </div>
    </>
  );
}
