/** One sentence about what is pointed at: a weight and everything it multiplies, or a cell and its window. */
import { useStore } from 'zustand';
import { decimal } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { windowProducts } from '../../../math/window-products';
import { useMessages } from '../../../ui/messages-context';
import { allSites, weightUses } from '../../../views/weight-uses';
import { useConvolution } from '../use-convolution';
import { kernelAt } from './kernel-source';
import { type SlideData, shownSite, useSlide, useSlideNow } from './use-slide';

export function SlideSentence({ data }: { readonly data: SlideData }) {
  const { selection } = useBench();
  const { slide } = useMessages();
  const { site: pointed, tap } = useStore(selection);
  const { site, filled } = useSlideNow();
  const edited = useStore(useSlide().store, (state) => state.edits.size);
  const kernelName = useConvolution((state) => state.kernel);
  const { geometry, image, kernels, sharing, outputs } = data;
  const shown = shownSite(pointed, site, geometry.sites);

  if (tap !== null && tap < geometry.taps) {
    const independent = sharing === 'independent';
    const uses = weightUses(geometry, tap, independent ? [shown] : allSites(geometry));
    const zeros = uses.filter((use) => use.padding).length;
    const kernel = kernelAt(kernels, geometry, shown);
    const { pixels, products } = windowProducts(image, geometry, kernel, shown);
    const all = independent
      ? zeros > 0
        ? slide.weightOwnZero
        : slide.weightOwn
      : zeros > 0
        ? slide.weightSharedZeros(uses.length, zeros)
        : slide.weightShared(uses.length);
    const here = slide.weightHere(
      decimal(pixels[tap] ?? 0),
      decimal(kernel[tap] ?? 0),
      decimal(products[tap] ?? 0),
    );
    return (
      <p className="slide-sentence">
        {all} <span className="number">{here}</span>
      </p>
    );
  }
  if (pointed !== null) {
    const row = Math.floor(shown / geometry.outWidth) + 1;
    const column = (shown % geometry.outWidth) + 1;
    return (
      <p className="slide-sentence number">
        {shown < filled
          ? slide.cellHere(row, column, shown + 1, decimal(outputs[shown] ?? 0))
          : slide.cellEmpty(row, column, shown + 1)}
      </p>
    );
  }
  if (sharing === 'independent' && kernelName !== 'learned' && edited === 0)
    return (
      <p className="slide-sentence slide-hint number">
        {slide.ownStart(geometry.sites, slide.presets[kernelName])}
      </p>
    );
  return (
    <p className="slide-sentence slide-hint">
      <span className="slide-for-pointer">{slide.hintPointer}</span>
      <span className="slide-for-touch">{slide.hintTouch}</span>
    </p>
  );
}
