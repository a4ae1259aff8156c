/**
 * The running state of act Slide, one for each bench: where the window stands, how far a flip of the switch has
 * come, and kernels edited at single positions. Not in the link. Time comes from the bench's frame loop; nothing
 * moves unless the learner started it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bench } from '../../../lab-page/bench';
import { sampleDigit } from '../../../lab-page/sample-digits';
import type { Speed } from '../../../lab-page/transport-model';
import type { ConvolutionState } from '../parameters';
import { featureMap, slideGeometry, typedKernel, untrainedKernels } from './kernel-source';
import {
  advanced,
  atTheStart,
  nextPosition,
  openingSite,
  restingAt,
  type SlideMotion,
  started,
} from './slide-clock';

export type SlideState = SlideMotion & {
  /** 0: shared; 1: independent; between while the switch flips. */
  readonly flip: number;
  /** Kernels changed at single positions of the wall. */
  readonly edits: ReadonlyMap<number, Float32Array>;
  /** The last kernel that nobody typed: a typed one is put back to it. */
  readonly origin: Exclude<ConvolutionState['kernel'], 'custom'>;
};

export type Slide = {
  readonly store: StoreApi<SlideState>;
  readonly run: () => void;
  readonly pause: () => void;
  readonly step: () => void;
  readonly reset: () => void;
  readonly moveTo: (site: number) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly editAt: (site: number, kernel: Float32Array) => void;
  readonly undoEdits: () => void;
};

const FLIP_TIME = 700; // ms
/** A longer gap between two frames (a hidden tab) counts as this much. */
const LONGEST_FRAME = 250; // ms
const NO_EDITS: ReadonlyMap<number, Float32Array> = new Map();

/** Whether the learner or the system asked for stills instead of motion. */
export function prefersStills(): boolean {
  return (
    document.documentElement.dataset.motion === 'reduce' ||
    (document.documentElement.dataset.motion !== 'full' &&
      matchMedia('(prefers-reduced-motion: reduce)').matches)
  );
}

const slides = new WeakMap<Bench['lab'], Slide>();

/** The slide of this bench, made at the first call. */
export function slideOf(bench: Bench): Slide {
  const known = slides.get(bench.lab);
  if (known) return known;
  const slide = createSlide(bench);
  slides.set(bench.lab, slide);
  return slide;
}

/** What the edits of single positions are based on; when it changes they go. */
const basisOf = (state: ConvolutionState) =>
  [state.kernel, state.size, state.stride, state.padding, state.filter, state.seed, state.cells].join('|');

const originOf = ({ kernel }: ConvolutionState, before: SlideState['origin']): SlideState['origin'] =>
  kernel === 'custom' ? before : kernel;

/** Where the stage opens: seen with the sample digit and the kernel that sharing would use. */
function opening(state: ConvolutionState): number {
  const geometry = slideGeometry(state);
  const kernel =
    state.kernel === 'learned'
      ? untrainedKernels('shared', 'own', state.seed, state.filter - 1)
      : typedKernel(state.kernel, state.cells, geometry.size);
  return openingSite(featureMap(sampleDigit(state.digit).pixels, geometry, kernel), geometry.outWidth);
}

function createSlide({ lab, frameLoop }: Bench): Slide {
  const read = () => lab.getState().state as ConvolutionState;
  const flipGoal = () => (read().sharing === 'independent' ? 1 : 0);
  let sites = slideGeometry(read()).sites;
  let basis = basisOf(read());
  let last: number | null = null;
  const store = createStore<SlideState>(() => ({
    ...restingAt(opening(read())),
    running: false,
    speed: 'steady',
    flip: flipGoal(),
    edits: NO_EDITS,
    origin: originOf(read(), 'edge'),
  }));

  function frame(time: number) {
    const elapsed = last === null ? 0 : Math.min(LONGEST_FRAME, time - last);
    last = time;
    const state = store.getState();
    const goal = flipGoal();
    const way = elapsed / FLIP_TIME;
    const flip = goal > state.flip ? Math.min(goal, state.flip + way) : Math.max(goal, state.flip - way);
    store.setState({ ...advanced(state, elapsed, sites, prefersStills()), flip });
    if (store.getState().running || flip !== goal) frameLoop.request(frame);
    else last = null;
  }

  lab.subscribe(() => {
    const state = read();
    const next = slideGeometry(state).sites;
    if (next !== sites) {
      const { site } = store.getState();
      const moved = Math.round(((site + 1) / sites) * next) - 1;
      sites = next;
      store.setState(restingAt(Math.max(0, Math.min(sites - 1, moved))));
    }
    if (basisOf(state) !== basis) {
      basis = basisOf(state);
      store.setState({ edits: NO_EDITS, origin: originOf(state, store.getState().origin) });
    }
    if (flipGoal() === store.getState().flip) return;
    if (prefersStills()) store.setState({ flip: flipGoal() });
    else frameLoop.request(frame);
  });

  return {
    store,
    run() {
      store.setState(started(store.getState(), sites));
      frameLoop.request(frame);
    },
    pause: () => store.setState({ running: false }),
    step: () => store.setState({ ...nextPosition(store.getState(), sites), running: false }),
    reset: () => store.setState({ ...atTheStart, running: false, edits: NO_EDITS }),
    moveTo: (site) =>
      store.setState({ ...restingAt(Math.max(0, Math.min(sites - 1, Math.round(site)))), running: false }),
    setSpeed: (speed) => store.setState({ speed, progress: 0 }),
    editAt: (site, kernel) => store.setState(({ edits }) => ({ edits: new Map(edits).set(site, kernel) })),
    undoEdits: () => store.setState({ edits: NO_EDITS }),
  };
}
