/** The words of the stage: its summary, what is announced after an action, names of cells, misfits. */
import { useEffect, useRef, useState } from 'react';
import { decimal } from '../../../i18n/format';
import { windowProducts } from '../../../math/window-products';
import { useMessages } from '../../../ui/messages-context';
import { useConvolution } from '../use-convolution';
import { kernelAt } from './kernel-source';
import type { SlideState } from './slide-store';
import type { SlideData } from './use-slide';

const SETTLED = 600; // ms

export function useSlideWords(data: SlideData, now: SlideState, shown: number) {
  const { slide } = useMessages();
  const kernelName = useConvolution((state) => state.kernel);
  const filter = useConvolution((state) => state.filter);
  const { geometry, outputs, sharing } = data;
  const { sites, size, stride, uncoveredRows, uncoveredColumns, outWidth } = geometry;
  const name =
    kernelName === 'learned'
      ? `${slide.presets.learned}, ${slide.filterName(filter)}`
      : slide.presets[kernelName];
  const { sum, bias, output } = windowProducts(
    data.image,
    geometry,
    kernelAt(data.kernels, geometry, shown),
    shown,
  );
  const place = slide.summaryPosition(
    shown + 1,
    sites,
    geometry.taps,
    decimal(sum),
    decimal(bias),
    decimal(output),
  );
  const filled = slide.summaryFilled(now.filled, sites);
  const summary = [
    sharing === 'shared' ? slide.summaryShared(size, name, sites) : slide.summaryOwn(sites, size, name),
    place,
    filled,
  ].join(' ');
  const misfit =
    uncoveredRows + uncoveredColumns > 0
      ? slide.uncovered(uncoveredRows, uncoveredColumns, size, stride, (28 - size) % stride)
      : geometry.padding === 'same'
        ? slide.padded
        : null;
  const rowOf = (site: number) => Math.floor(site / outWidth) + 1;
  const columnOf = (site: number) => (site % outWidth) + 1;
  return {
    title: slide.figureTitle,
    summary,
    announced: useAnnounced(`${place} ${filled}`, now.running),
    misfit,
    unfinished: now.filled < sites ? slide.notComputed : null,
    cellName: (site: number) =>
      site < now.filled
        ? slide.cellName(rowOf(site), columnOf(site), decimal(outputs[site] ?? 0))
        : slide.cellNameEmpty(rowOf(site), columnOf(site)),
  };
}

/** The sentence once it has settled: never while the window slides, nor before anything was done. */
function useAnnounced(sentence: string, running: boolean): string {
  const [announced, setAnnounced] = useState('');
  const first = useRef(sentence);
  useEffect(() => {
    if (running || sentence === first.current) return;
    first.current = '';
    const timer = setTimeout(() => setAnnounced(sentence), SETTLED);
    return () => clearTimeout(timer);
  }, [sentence, running]);
  return announced;
}
