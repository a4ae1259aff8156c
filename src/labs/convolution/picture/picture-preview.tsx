/** What the networks will see of the learner's picture, before it is used. */
import { blankDrawing } from '../../../lab-page/drawing/drawing';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useMessages } from '../../../ui/messages-context';
import { createDigitCanvas } from '../../../views/digit-canvas';

/** From fitted 28x28 pixels to the square picture that the networks of this act get. */
export type Shown = (pixels: Float32Array) => Float32Array;

export function PicturePreview(props: { readonly pixels: Float32Array | null; readonly shown: Shown }) {
  const { move } = useMessages();
  const palette = usePalette();
  const picture = useView(createDigitCanvas, () => ({
    pixels: props.shown(props.pixels ?? blankDrawing(28)),
    palette,
  }));
  return (
    <figure className="picture-preview">
      <div ref={picture} />
      <figcaption className="note">
        {move.preview}
        {props.pixels === null && `: ${move.previewEmpty}`}
      </figcaption>
    </figure>
  );
}
