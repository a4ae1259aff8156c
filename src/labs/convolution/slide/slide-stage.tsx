/**
 * Act Slide's stage: the drawing, the controls laid over it, the products, one sentence about what is pointed
 * at, and the choice of kernel and image. React holds structure and words; the drawing follows the stores.
 */
import { memo, useEffect, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { useWidth } from '../../../lab-page/use-width';
import { type Rect, type SlideLayout, slideLayout } from '../../../views/slide-layout';
import { useConvolution, useSetConvolution } from '../use-convolution';
import { KernelCells } from './kernel-cells';
import { kernelAt } from './kernel-source';
import { MapCells } from './map-cells';
import { ProductsRow } from './products-row';
import { SlideControls } from './slide-controls';
import { SlideDrawing } from './slide-drawing';
import { SlideSentence } from './slide-sentence';
import { SlideValues } from './slide-values';
import './slide.css';
import { shownSite, useSlide, useSlideData, useSlideNow } from './use-slide';
import { useSlideWords } from './use-slide-words';
import { WindowDrag } from './window-drag';

export const SlideStage = memo(function SlideStage() {
  const { experiment, selection } = useBench();
  const slide = useSlide();
  const data = useSlideData();
  const now = useSlideNow();
  const pointed = useStore(selection, (state) => state.site);
  const kernelName = useConvolution((state) => state.kernel);
  const filter = useConvolution((state) => state.filter);
  const set = useSetConvolution();
  const body = useRef<HTMLDivElement>(null);
  const width = useWidth(body);
  const title = useId();
  const { geometry } = data;
  const ratio = globalThis.devicePixelRatio || 1;
  const layout = useMemo(
    () => (width > 0 ? slideLayout(width, geometry, ratio) : null),
    [width, geometry, ratio],
  );
  const shown = shownSite(pointed, now.site, geometry.sites);
  const words = useSlideWords(data, now, shown);
  const independent = data.sharing === 'independent';
  const kernel = kernelAt(data.kernels, geometry, shown);

  // What the networks' own kernels need is watched only while it is shown.
  useEffect(() => {
    experiment.setWatch({ filter: filter - 1, filters: 1, ledger: false, kernels: kernelName === 'learned' });
  }, [experiment, filter, kernelName]);

  useEffect(() => {
    // What another act had selected means nothing here.
    selection.setSite(null);
    selection.setTap(null);
    const letGo = (event: PointerEvent) => {
      if (event.target instanceof Node && body.current?.contains(event.target)) return;
      selection.setSite(null);
      selection.setTap(null);
    };
    document.addEventListener('pointerdown', letGo);
    return () => {
      document.removeEventListener('pointerdown', letGo);
      slide.pause();
      selection.setSite(null);
      selection.setTap(null);
      selection.setPart(null);
    };
  }, [selection, slide]);

  function bringWindow(site: number) {
    selection.setSite(null);
    slide.moveTo(site);
  }

  function edit(tap: number, value: number) {
    const changed = kernel.slice();
    changed[tap] = value;
    if (independent) slide.editAt(shown, changed);
    else
      set({
        kernel: 'custom',
        size: geometry.size === 3 ? 3 : geometry.size === 5 ? 5 : 7,
        stride: geometry.stride === 1 ? 1 : 2,
        padding: geometry.padding === 'valid' ? 'valid' : 'same',
        cells: Array.from(changed.subarray(0, geometry.taps), (cell) => Number(cell.toPrecision(5))),
      });
  }

  return (
    <figure className="card slide-figure" aria-labelledby={title}>
      <figcaption className="visually-hidden">
        <h2 id={title}>{words.title}</h2>
        <p>{words.summary}</p>
      </figcaption>
      <p className="visually-hidden" role="status">
        {words.announced}
      </p>
      <div ref={body} className="slide-body">
        {layout && (
          <>
            <div className="slide-plane">
              <SlideDrawing layout={layout} ratio={ratio} data={data} />
              <WindowDrag layout={layout} geometry={geometry} onMove={bringWindow} />
              <MapCells
                rect={layout.outputFrame}
                rows={geometry.outHeight}
                columns={geometry.outWidth}
                entry={now.site}
                nameOf={words.cellName}
                onSelect={selection.setSite}
                onChoose={slide.moveTo}
              />
              <KernelCells
                key={geometry.size}
                rect={independent ? layout.ownKernel : layout.sharedKernel}
                tellAbove={!layout.wide}
                size={geometry.size}
                kernel={kernel}
                sites={independent ? 1 : geometry.sites}
                onSelect={selection.setTap}
                onEdit={edit}
              />
              <PanelNote layout={layout} frame={layout.inputFrame} text={words.misfit} />
              {layout.wide && (
                <PanelNote layout={layout} frame={layout.outputFrame} text={words.unfinished} />
              )}
            </div>
            <ProductsRow width={width} data={data} />
            <SlideSentence data={data} />
          </>
        )}
      </div>
      <SlideControls data={data} />
      <SlideValues data={data} shown={shown} filled={now.filled} />
    </figure>
  );
});

/** A line under a panel; on narrow screens in the flow below the drawing. */
function PanelNote(props: {
  readonly layout: SlideLayout;
  readonly frame: Rect;
  readonly text: string | null;
}) {
  const { layout, frame, text } = props;
  if (!text) return null;
  const place = { left: frame.x, top: frame.y + frame.height + 9, width: frame.width };
  return (
    <p className={`note ${layout.wide ? 'slide-panel-note' : ''}`} style={layout.wide ? place : {}}>
      {text}
    </p>
  );
}
