/** Another digit, or the learner's own: drawn or uploaded. */
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { sampleDigitCount } from '../../../lab-page/sample-digits';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { PictureSource } from '../picture/picture-source';
import { pictureStore } from '../picture/picture-store';
import { useConvolution, useSetConvolution } from '../use-convolution';
import { glyphOf } from './placed-digit';

export function MoveActions() {
  const { move } = useMessages();
  const { experiment } = useBench();
  const digit = useConvolution((state) => state.digit);
  const variant = useConvolution((state) => state.data);
  const own = useStore(pictureStore, ({ pixels }) => pixels !== null);
  const set = useSetConvolution();
  return (
    <fieldset className="move-actions">
      <legend className="visually-hidden">{move.actions}</legend>
      <Button
        onClick={() => {
          if (own) pictureStore.getState().clear();
          else set({ digit: (digit + 1) % sampleDigitCount });
        }}
      >
        {own ? move.backToSample : move.another}
      </Button>
      <PictureSource
        shown={(pixels) => glyphOf(pixels, variant)}
        onPicture={(pixels) => {
          pictureStore.getState().set(pixels);
          experiment.markChanged();
        }}
      />
    </fieldset>
  );
}
