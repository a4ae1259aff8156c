/** Choose a picture: the sample people as native radio buttons. Arrow keys choose at once; a click also closes. */
import { useId } from 'react';
import { useStore } from 'zustand';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';
import { useMessages } from '../../../ui/messages-context';
import { createFaceCanvas } from '../../../views/face-canvas';
import { PICTURES, personOf, SAMPLES, sampleFace } from '../sample-faces';
import { useSetSiamese, useSiamese } from '../use-siamese';
import { ownPictures, type Side, setOwnPicture } from './own-pictures';

const samples = Array.from({ length: SAMPLES }, (_, sample) => sample);

type DialogProps = {
  readonly side: Side;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDraw: () => void;
};

export function PickDialog(props: DialogProps) {
  const { siameseLab: words } = useMessages();
  return (
    <Dialog title={words.pickTitle(props.side)} open={props.open} onClose={props.onClose}>
      <PickBody {...props} />
    </Dialog>
  );
}

function PickBody({ side, onClose, onDraw }: DialogProps) {
  const { siameseLab: words } = useMessages();
  const name = useId();
  const chosen = useSiamese((state) => state[side]);
  const drawn = useStore(ownPictures, (own) => own[side] !== null);
  const set = useSetSiamese();
  return (
    <>
      <p className="note">{words.pickHow}</p>
      <fieldset className="face-grid">
        <legend className="visually-hidden">{words.pickGrid}</legend>
        {samples.map((sample) => (
          <label key={sample}>
            <input
              type="radio"
              name={name}
              checked={!drawn && sample === chosen}
              aria-label={words.sampleName(personOf(sample) + 1, (sample % PICTURES) + 1)}
              onChange={() => {
                setOwnPicture(side, null);
                set({ [side]: sample });
              }}
              // A pointer has made up its mind; arrow keys are still on their way.
              onClick={(event) => event.detail > 0 && onClose()}
            />
            <Face sample={sample} />
          </label>
        ))}
      </fieldset>
      <div className="drawing-actions">
        <Button onClick={onDraw}>{words.draw[side]}</Button>
        <Button look="main" onClick={onClose}>
          {words.done}
        </Button>
      </div>
    </>
  );
}

function Face({ sample }: { readonly sample: number }) {
  const palette = usePalette();
  return <div ref={useView(createFaceCanvas, () => ({ pixels: sampleFace(sample), palette }))} />;
}
