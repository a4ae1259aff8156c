/** The image to slide over: twenty sample digits as small pictures, or the learner's own, drawn or uploaded. */
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { sampleDigit, sampleDigitCount } from '../../../lab-page/sample-digits';
import { usePalette } from '../../../lab-page/use-palette';
import { useMessages } from '../../../ui/messages-context';
import { sequentialOf } from '../../../views/palette-tables';
import { cellColors } from '../../../views/pixel-grid';
import { PictureSource } from '../picture/picture-source';
import { pictureStore } from '../picture/picture-store';
import { useConvolution, useSetConvolution } from '../use-convolution';

const SIDE = 28;

export function DigitPicker() {
  const { slide: words } = useMessages();
  const name = useId();
  const digit = useConvolution((state) => state.digit);
  const own = useStore(pictureStore);
  const set = useSetConvolution();

  function choose(index: number) {
    own.clear();
    set({ digit: index });
  }

  return (
    <div className="slide-group slide-group-image">
      <span className="slide-label" aria-hidden="true">
        {words.image}
      </span>
      <fieldset className="slide-digits">
        <legend className="visually-hidden">{words.image}</legend>
        {own.pixels && (
          <label className="slide-digit">
            <input type="radio" name={name} checked readOnly aria-label={words.ownPicture} />
            <Thumbnail pixels={own.pixels} />
          </label>
        )}
        {Array.from({ length: sampleDigitCount }, (_, index) => {
          const sample = sampleDigit(index);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the samples are fixed
            <label key={index} className="slide-digit">
              <input
                type="radio"
                name={name}
                checked={!own.pixels && index === digit}
                aria-label={words.digitName(sample.label, index + 1)}
                onChange={() => choose(index)}
              />
              <Thumbnail pixels={sample.pixels} />
            </label>
          );
        })}
      </fieldset>
      <span className="slide-own">
        <PictureSource onPicture={own.set} />
      </span>
    </div>
  );
}

function Thumbnail({ pixels }: { readonly pixels: Float32Array }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(SIDE, SIDE);
    image.data.set(cellColors(pixels, 1, sequentialOf(palette)));
    context.putImageData(image, 0, 0);
  }, [pixels, palette]);
  return <canvas ref={canvas} width={SIDE} height={SIDE} />;
}
