/** The transport of act Slide: Run, Pause, Step, Reset and the scrubber move the window, nothing trains. */
import type { TransportModel } from '../../../lab-page/transport-model';
import { useMessages } from '../../../ui/messages-context';
import { useConvolution } from '../use-convolution';
import { slideGeometry } from './kernel-source';
import { useSlide, useSlideNow } from './use-slide';

export function useSlideTransport(): TransportModel {
  const { slide: messages } = useMessages();
  const slide = useSlide();
  const now = useSlideNow();
  const sites = useConvolution((state) => slideGeometry(state).sites);
  const finished = now.filled >= sites && now.phase === null;
  const describe = (position: number) => messages.position(position, sites);
  return {
    running: now.running,
    runLabel: finished ? messages.runAgain : messages.run,
    run: slide.run,
    pause: slide.pause,
    step: slide.step,
    reset: slide.reset,
    speed: now.speed,
    setSpeed: slide.setSpeed,
    position: describe(now.site + 1),
    scrubber: {
      label: messages.scrubber,
      min: 1,
      max: sites,
      value: now.site + 1,
      describe,
      set: (position) => slide.moveTo(position - 1),
      looksBack: false,
    },
  };
}
