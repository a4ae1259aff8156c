/**
 * Act Slide's data for its components: geometry, picture, kernels of both kinds, the finished feature map.
 * Everything is computed on the main thread from the public state and remembered until that changes.
 */
import { useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useBench } from '../../../lab-page/bench';
import { sampleDigit } from '../../../lab-page/sample-digits';
import type { ConvolutionGeometry } from '../../../math/convolution-geometry';
import type { NetworkId } from '../../../spec/experiment-spec';
import { shownNetworks } from '../../../store/experiment-state';
import { pictureStore } from '../picture/picture-store';
import { useConvolution } from '../use-convolution';
import { copies, featureMap, slideGeometry, typedKernel, untrainedKernels, withEdits } from './kernel-source';
import { type Slide, type SlideState, slideOf } from './slide-store';

export const useSlide = (): Slide => slideOf(useBench());

const EIGHTH = 125; // ms

/** The running state for React: while the window slides at most eight times a second, else at once. */
export function useSlideNow(): SlideState {
  const { store } = useSlide();
  const last = useRef(0);
  const subscribe = useRef((listener: () => void) =>
    store.subscribe((state) => {
      const now = performance.now();
      if (state.running && now - last.current < EIGHTH) return;
      last.current = now;
      listener();
    }),
  ).current;
  return useSyncExternalStore(subscribe, store.getState);
}

export type SlideData = {
  readonly geometry: ConvolutionGeometry;
  readonly image: Float32Array;
  readonly sharing: 'shared' | 'independent';
  /** [taps+1] */
  readonly sharedKernel: Float32Array;
  /** [sites, taps+1]; null while sharing and no flip is under way. */
  readonly ownKernels: Float32Array | null;
  /** The kernels in force: [taps+1] or [sites, taps+1]. */
  readonly kernels: Float32Array;
  /** [sites] after the ReLU. */
  readonly outputs: Float32Array;
  /** Steps the network behind `learned` has trained; null when no network is shown. */
  readonly learnedStep: number | null;
};

/** The watched kernels of one network, once they have been sent, and the step they belong to. */
function useTrained(id: NetworkId, filter: number) {
  const { experiment } = useBench();
  const watched = useStore(experiment, (state) => shownNetworks(state)[id]);
  return watched?.filter === filter ? watched : { kernels: null, step: 0 };
}

function useKernels(id: 'shared' | 'independent', geometry: ConvolutionGeometry, wanted: boolean) {
  const kernel = useConvolution((state) => state.kernel);
  const cells = useConvolution((state) => state.cells);
  const filter = useConvolution((state) => state.filter) - 1;
  const init = useConvolution((state) => state.init);
  const seed = useConvolution((state) => state.seed);
  const trained = useTrained(id, filter);
  const kernels = useMemo(() => {
    if (!wanted) return null;
    if (kernel === 'learned') return trained.kernels ?? untrainedKernels(id, init, seed, filter);
    const typed = typedKernel(kernel, cells, geometry.size);
    return id === 'shared' ? typed : copies(typed, geometry.sites);
  }, [wanted, id, kernel, cells, filter, init, seed, trained.kernels, geometry]);
  return { kernels, step: trained.step };
}

export function useSlideData(): SlideData {
  const { store } = useSlide();
  const kernel = useConvolution((state) => state.kernel);
  const size = useConvolution((state) => state.size);
  const stride = useConvolution((state) => state.stride);
  const padding = useConvolution((state) => state.padding);
  const sharing = useConvolution((state) => state.sharing);
  const digit = useConvolution((state) => state.digit);
  const own = useStore(pictureStore, (state) => state.pixels);
  const edits = useStore(store, (state) => state.edits);
  const flipping = useStore(store, (state) => state.flip > 0);
  const geometry = useMemo(
    () => slideGeometry({ kernel, size, stride, padding }),
    [kernel, size, stride, padding],
  );
  const image = own ?? sampleDigit(digit).pixels;
  const independent = sharing === 'independent';
  const shared = useKernels('shared', geometry, true);
  const wall = useKernels('independent', geometry, independent || flipping);
  const ownKernels = useMemo(
    () => wall.kernels && withEdits(wall.kernels, edits, geometry.sites),
    [wall.kernels, edits, geometry],
  );
  const sharedKernel = useMemo(
    () => shared.kernels ?? new Float32Array(geometry.taps + 1),
    [shared.kernels, geometry],
  );
  const kernels = independent && ownKernels ? ownKernels : sharedKernel;
  const outputs = useMemo(() => featureMap(image, geometry, kernels), [image, geometry, kernels]);
  const learnedStep = kernel === 'learned' ? (independent ? wall.step : shared.step) : null;
  return useMemo(
    () => ({ geometry, image, sharing, sharedKernel, ownKernels, kernels, outputs, learnedStep }),
    [geometry, image, sharing, sharedKernel, ownKernels, kernels, outputs, learnedStep],
  );
}

/** The position to show: the one pointed at, else that of the window. */
export const shownSite = (pointed: number | null, site: number, sites: number): number =>
  Math.min(pointed ?? site, sites - 1);
