/** What slides over what: the kernel, its size, stride and padding, and the image. Never changes a trained network. */
import { memo, useId } from 'react';
import { useStore } from 'zustand';
import { whole } from '../../../i18n/format';
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import { Segmented } from '../../../ui/segmented';
import { convolutionParameters } from '../parameters';
import { useConvolution, useSetConvolution } from '../use-convolution';
import { DigitPicker } from './digit-picker';
import { cellsForSize, shapeInForce } from './kernel-source';
import { SlideCost } from './slide-cost';
import { type SlideData, useSlide } from './use-slide';

const { kernel: kernelKey, size: sizeKey, stride: strideKey, padding: paddingKey } = convolutionParameters;

const FILTERS = [1, 2, 3, 4, 5, 6, 7, 8];

export const SlideControls = memo(function SlideControls({ data }: { readonly data: SlideData }) {
  const { slide: words } = useMessages();
  const heading = useId();
  const reason = useId();
  return (
    <section className="slide-controls" aria-labelledby={heading}>
      <h2 id={heading} className="visually-hidden">
        {words.controls}
      </h2>
      <KernelChoice data={data} />
      <Shape reason={reason} />
      <Notes data={data} reason={reason} />
      <DigitPicker />
      <SlideCost geometry={data.geometry} />
    </section>
  );
});

function KernelChoice({ data }: { readonly data: SlideData }) {
  const { slide: words } = useMessages();
  const kernel = useConvolution((state) => state.kernel);
  const filter = useConvolution((state) => state.filter);
  const set = useSetConvolution();

  function choose(value: typeof kernel) {
    const { size } = data.geometry;
    // Custom starts from what is on the stage.
    const cells = Array.from(data.sharedKernel.subarray(0, size * size), (cell) =>
      Number(cell.toPrecision(5)),
    );
    if (value === 'custom') set({ kernel: value, cells, ...shapeOf(data) });
    else set({ kernel: value });
  }

  return (
    <div className="slide-group slide-group-kernel">
      <span className="slide-label" aria-hidden="true">
        {words.kernelChoice}
      </span>
      <Segmented
        legend={words.kernelChoice}
        value={kernel}
        onChange={choose}
        segments={kernelKey.options.map((value) => ({ value, label: words.presets[value] }))}
      />
      {kernel === 'learned' && (
        <>
          <span className="slide-label" aria-hidden="true">
            {words.filter}
          </span>
          <Segmented
            legend={words.filter}
            value={filter}
            onChange={(value) => set({ filter: value })}
            segments={FILTERS.map((value) => ({ value, label: String(value) }))}
          />
        </>
      )}
    </div>
  );
}

/** What the chosen kernel does, how far it is trained, and what was changed by hand. */
function Notes({ data, reason }: { readonly data: SlideData; readonly reason: string }) {
  const { slide: words } = useMessages();
  const { store, undoEdits } = useSlide();
  const edited = useStore(store, (state) => state.edits.size);
  const origin = useStore(store, (state) => state.origin);
  const kernel = useConvolution((state) => state.kernel);
  const set = useSetConvolution();
  const step = data.learnedStep;
  return (
    <div className="slide-notes note">
      <p id={reason}>
        {words.presetHints[kernel]}
        {step !== null && ` ${step === 0 ? words.learnedUntrained : words.learnedTrained(whole(step))}`}
        {kernel === 'learned' && ` ${words.fixedByLearned}`}
        {kernel === 'custom' && (
          <Button look="quiet" className="slide-put-back" onClick={() => set({ kernel: origin, cells: [] })}>
            {words.putBackTo(words.presets[origin])}
          </Button>
        )}
      </p>
      {edited > 0 && (
        <p>
          {edited === 1 ? words.editedOne : words.editedMany(edited)}{' '}
          <Button look="quiet" className="slide-put-back" onClick={undoEdits}>
            {words.putBack}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Size, stride and padding of the geometry, as public state. */
function shapeOf({ geometry }: SlideData) {
  return {
    size: geometry.size === 3 ? 3 : geometry.size === 5 ? 5 : 7,
    stride: geometry.stride === 1 ? 1 : 2,
    padding: geometry.padding === 'valid' ? 'valid' : 'same',
  } as const;
}

function Shape({ reason }: { readonly reason: string }) {
  const { slide: words } = useMessages();
  const kernel = useConvolution((state) => state.kernel);
  const chosen = {
    size: useConvolution((state) => state.size),
    stride: useConvolution((state) => state.stride),
    padding: useConvolution((state) => state.padding),
  };
  const cells = useConvolution((state) => state.cells);
  const set = useSetConvolution();
  const fixed = kernel === 'learned';
  const { size, stride, padding } = shapeInForce({ kernel, ...chosen });
  return (
    <div className="slide-shape" {...(fixed ? { 'aria-describedby': reason } : {})}>
      <div className="slide-group">
        <span className="slide-label" aria-hidden="true">
          {words.size}
        </span>
        <Segmented
          legend={words.size}
          disabled={fixed}
          value={size}
          onChange={(value) =>
            set({ size: value, ...(kernel === 'custom' ? { cells: cellsForSize(cells, value) } : {}) })
          }
          segments={sizeKey.options.map((value) => ({ value, label: String(value) }))}
        />
      </div>
      <div className="slide-group">
        <span className="slide-label" aria-hidden="true">
          {words.stride}
        </span>
        <Segmented
          legend={words.stride}
          disabled={fixed}
          value={stride}
          onChange={(value) => set({ stride: value })}
          segments={strideKey.options.map((value) => ({ value, label: String(value) }))}
        />
      </div>
      <div className="slide-group">
        <span className="slide-label" aria-hidden="true">
          {words.padding}
        </span>
        <Segmented
          legend={words.padding}
          disabled={fixed}
          value={padding}
          onChange={(value) => set({ padding: value })}
          segments={paddingKey.options.map((value) => ({ value, label: words.paddings[value] }))}
        />
      </div>
    </div>
  );
}
