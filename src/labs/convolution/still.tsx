/** The gallery picture: act Slide half-way across a real digit, drawn by the act's own view. */

import { useEffect, useRef } from 'react';
import { addWords } from '../../i18n/catalogue';
import { slide } from '../../i18n/en/slide';
import { sampleDigit } from '../../lab-page/sample-digits';
import { usePalette } from '../../lab-page/use-palette';
import { useWidth } from '../../lab-page/use-width';
import { defaultsOf } from '../../spec/parameters';
import { useMessages } from '../../ui/messages-context';
import { type SlideLayout, slideLayout } from '../../views/slide-layout';
import { createSlideStage } from '../../views/slide-stage';
import { convolutionParameters } from './parameters';
import { copies, featureMap, slideGeometry, typedKernel } from './slide/kernel-source';
import { openingSite } from './slide/slide-clock';

addWords({ slide });

/** The stage keeps room for the wall of kernels, which this picture does not show. */
/** Narrower than this the stage puts the kernel under the boards, which a card has no room for: it is scaled instead. */
const LEAST_WIDTH = 720;
/** On a phone there is room, and scaled texts could not be read. */
const PHONE = 420;

const stillHeight = ({ inputFrame, outputFrame, sharedCaptionY }: SlideLayout) =>
  Math.max(inputFrame.y + inputFrame.height, outputFrame.y + outputFrame.height, sharedCaptionY + 26);

export default function ConvolutionStill() {
  const outer = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(outer);
  const palette = usePalette();
  const { slide: words } = useMessages();
  useEffect(() => {
    const [frame, element] = [outer.current, container.current];
    if (!frame || !element || width === 0) return;
    const state = defaultsOf(convolutionParameters);
    const geometry = slideGeometry(state);
    const kernel = typedKernel('edge', [], state.size);
    const { pixels } = sampleDigit(state.digit);
    const outputs = featureMap(pixels, geometry, copies(kernel, geometry.sites));
    const site = openingSite(outputs, geometry.outWidth);
    const ratio = element.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const layout = slideLayout(width < PHONE ? width : Math.max(width, LEAST_WIDTH), geometry, ratio);
    const scale = width / layout.width;
    element.style.width = `${layout.width}px`;
    element.style.transform = `scale(${scale})`;
    frame.style.height = `${stillHeight(layout) * scale}px`;
    const view = createSlideStage(element, {
      palette,
      layout,
      ratio,
      geometry,
      image: pixels,
      outputs,
      filled: site + 1,
      site,
      shown: site,
      flip: 0,
      sharedKernel: kernel,
      ownKernels: null,
      edited: [],
      tap: null,
      part: null,
      glide: null,
      phase: null,
      labels: {
        input: words.input,
        inputDetail: words.inputDetail,
        kernel: words.kernel,
        kernelDetail: '',
        output: words.output,
        outputDetail: words.outputDetail(geometry.outHeight, geometry.outWidth),
        use: words.usedAt(geometry.sites),
        cost: words.sharedCost(geometry.taps),
      },
    });
    return view.dispose;
  }, [width, palette, words]);
  return (
    <div ref={outer} style={{ overflow: 'clip' }}>
      <div ref={container} style={{ transformOrigin: '0 0' }} />
    </div>
  );
}
