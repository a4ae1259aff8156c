/** The Convolution lab: three acts, each loaded when it is first shown, the others when the page is idle. */
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec } from './build-spec';
import { type ConvolutionState, convolutionParameters } from './parameters';
import { ConvolutionStill } from './still';
import { useConvolution } from './use-convolution';

type Act = ConvolutionState['act'];

const load: Readonly<Record<Act, () => Promise<{ default: ComponentType }>>> = {
  slide: () => import('./slide/slide-act'),
  learn: () => import('./learn/learn-act'),
  move: () => import('./move/move-act'),
};

const acts: Readonly<Record<Act, ComponentType>> = {
  slide: lazy(load.slide),
  learn: lazy(load.learn),
  move: lazy(load.move),
};

function ConvolutionLab() {
  const { app } = useMessages();
  const act = useConvolution((state) => state.act);
  useEffect(loadTheRestWhenIdle, []);
  const Page = acts[act];
  return (
    <Suspense fallback={<p className="placeholder note">{app.loading}</p>}>
      <Page />
    </Suspense>
  );
}

const IDLE_AFTER = 1200; // ms, for browsers that do not tell when they are idle

/** Fetches the other acts, so that changing acts is instant. A failure here shows when the act is opened. */
function loadTheRestWhenIdle(): void {
  const fetchAll = () => {
    for (const fetchAct of Object.values(load)) fetchAct().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 4000 });
  else setTimeout(fetchAll, IDLE_AFTER);
}

export const convolutionLab: LabModule = {
  table: convolutionParameters,
  buildSpec: (state) => buildSpec(state as ConvolutionState),
  benchOf: (state) => benchOf(state as ConvolutionState),
  Lab: ConvolutionLab,
  Still: ConvolutionStill,
};
