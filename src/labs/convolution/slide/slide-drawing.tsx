/** The drawn stage: binds the stage view to the stores. Draws on the frame loop, not with React. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { whole } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { usePalette } from '../../../lab-page/use-palette';
import { useView } from '../../../lab-page/use-view';
import { useMessages } from '../../../ui/messages-context';
import type { SlideLayout } from '../../../views/slide-layout';
import { createSlideStage } from '../../../views/slide-stage';
import type { SlideLabels, SlidePart, SlideStageProps } from '../../../views/slide-stage-props';
import { useConvolution } from '../use-convolution';
import { prefersStills } from './slide-store';
import { type SlideData, shownSite, useSlide } from './use-slide';

const PARTS: readonly SlidePart[] = ['input', 'window', 'kernel', 'products', 'output', 'wall'];

export const slidePart = (part: string | null): SlidePart | null =>
  PARTS.find((known) => known === part) ?? null;

export function SlideDrawing(props: {
  readonly layout: SlideLayout;
  readonly ratio: number;
  readonly data: SlideData;
}) {
  const { layout, ratio, data } = props;
  const { selection } = useBench();
  const { store } = useSlide();
  const palette = usePalette();
  const labelsAt = useLabels(layout, data);
  const edits = useStore(store, (state) => state.edits);
  const { sites, taps } = data.geometry;
  const edited = useMemo(() => [...edits.keys()].filter((site) => site < sites), [edits, sites]);

  function compute(): SlideStageProps {
    const state = store.getState();
    const { site, tap, part } = selection.getState();
    const shown = shownSite(site, state.site, sites);
    const gliding = state.phase === 'window' && state.from !== null && site === null && !prefersStills();
    return {
      palette,
      layout,
      ratio,
      geometry: data.geometry,
      image: data.image,
      outputs: data.outputs,
      filled: state.filled,
      site: state.site,
      shown,
      flip: state.flip,
      sharedKernel: data.sharedKernel,
      ownKernels: data.ownKernels,
      edited,
      tap: tap !== null && tap < taps ? tap : null,
      part: slidePart(part),
      glide: gliding && state.from !== null ? { from: state.from, fraction: state.progress } : null,
      phase: site === null ? state.phase : null,
      labels: labelsAt(shown, state.flip > 0.5),
    };
  }

  const container = useView(createSlideStage, compute, [store, selection]);
  return <div ref={container} />;
}

/** The texts on the drawing for a position and a side of the switch. */
function useLabels(
  layout: SlideLayout,
  data: SlideData,
): (shown: number, independent: boolean) => SlideLabels {
  const { slide } = useMessages();
  const kernel = useConvolution((state) => state.kernel);
  const filter = useConvolution((state) => state.filter);
  const { geometry } = data;
  const name = kernel === 'learned' ? slide.filterName(filter) : slide.presets[kernel];
  return (shown, independent) => {
    const use = independent ? slide.usedOnce : slide.usedAt(geometry.sites);
    return {
      input: slide.input,
      inputDetail: slide.inputDetail,
      kernel: slide.kernel,
      kernelDetail: independent
        ? slide.kernelAtDetail(geometry.size, shown + 1)
        : slide.kernelDetail(geometry.size, name),
      output: slide.output,
      outputDetail: slide.outputDetail(geometry.outHeight, geometry.outWidth),
      use: layout.wide ? use : `${slide.kernel}, ${use}`,
      cost: independent
        ? slide.independentCost(whole(geometry.sites), whole(geometry.sites * (geometry.taps + 1)))
        : slide.sharedCost(geometry.taps),
    };
  };
}
