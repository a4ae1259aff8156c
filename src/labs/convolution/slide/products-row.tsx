/** The products of the shown window: binds the strip's view to the stores. */
import { useMemo } from 'react';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { windowProducts } from '../../../math/window-products';
import { useMessages } from '../../../ui/messages-context';
import { extentOf } from '../../../views/color-scales';
import { createProductStrip, type ProductStripProps } from '../../../views/product-strip';
import { kernelAt } from './kernel-source';
import { type SlideData, shownSite, useSlide } from './use-slide';

export function ProductsRow({ width, data }: { readonly width: number; readonly data: SlideData }) {
  const { selection } = useBench();
  const { store } = useSlide();
  const { slide } = useMessages();
  const palette = usePalette();
  const labels = useMemo(
    () => ({ title: slide.products, sum: slide.sum, bias: slide.bias, relu: slide.relu }),
    [slide],
  );

  function compute(): ProductStripProps {
    const state = store.getState();
    const { site, tap, part } = selection.getState();
    const { geometry, image, kernels } = data;
    const shown = shownSite(site, state.site, geometry.sites);
    const kernel = kernelAt(kernels, geometry, shown);
    const { products, sum, bias, output } = windowProducts(image, geometry, kernel, shown);
    return {
      palette,
      width,
      accent: state.flip > 0.5 ? palette.independent : palette.shared,
      size: geometry.size,
      products,
      extent: extentOf(kernel.subarray(0, geometry.taps)),
      sum,
      bias,
      output,
      phase: site === null ? state.phase : null,
      progress: Math.min(1, state.progress),
      tap: tap !== null && tap < geometry.taps ? tap : null,
      outlined: part === 'products',
      labels,
    };
  }

  const container = useView(createProductStrip, compute, [store, selection]);
  return <div ref={container} className="slide-products" />;
}
