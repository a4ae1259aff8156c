/** What the stage of act Slide is told: data, places, and how far its animations have come. */
import type { ConvolutionGeometry } from '../math/convolution-geometry';
import type { Palette } from './palette';
import type { SlideLayout } from './slide-layout';

/** The phases of one position, in order. */
export const SLIDE_PHASES = ['window', 'products', 'sum', 'bias', 'relu', 'cell'] as const;
export type SlidePhase = (typeof SLIDE_PHASES)[number];
/** Parts that the explanation can light up. */
export type SlidePart = 'input' | 'window' | 'kernel' | 'products' | 'output' | 'wall';

export type SlideLabels = {
  readonly input: string;
  readonly inputDetail: string;
  readonly kernel: string;
  readonly kernelDetail: string;
  readonly output: string;
  readonly outputDetail: string;
  /** Under the kernel: how often it is used, and of what it consists. */
  readonly use: string;
  readonly cost: string;
};

export type SlideStageProps = {
  readonly palette: Palette;
  readonly layout: SlideLayout;
  readonly ratio: number;
  readonly geometry: ConvolutionGeometry;
  readonly image: ArrayLike<number>;
  /** [sites] after the ReLU; cells from `filled` on are shown as not computed. */
  readonly outputs: ArrayLike<number>;
  readonly filled: number;
  /** Where the sliding window stands, and which position is shown (another one while it is pointed at). */
  readonly site: number;
  readonly shown: number;
  /** 0: the shared kernel; 1: the wall and the kernel taken from it; between: on the way. */
  readonly flip: number;
  readonly sharedKernel: ArrayLike<number>;
  /** [sites, taps+1], or null while nothing of the wall is to be seen. */
  readonly ownKernels: ArrayLike<number> | null;
  /** Positions whose kernel was changed by hand. */
  readonly edited: readonly number[];
  readonly tap: number | null;
  readonly part: SlidePart | null;
  /** The window is on its way from another position. */
  readonly glide: { readonly from: number; readonly fraction: number } | null;
  readonly phase: SlidePhase | null;
  readonly labels: SlideLabels;
};

/** The pace of everything that moves on the stage: slow at both ends. */
export const eased = (fraction: number): number => fraction * fraction * (3 - 2 * fraction);

const knownExtents = new WeakMap<object, number>();

/** Largest weight of [groups, taps+1], biases left out; worked out once for each array. */
export function extentOfTaps(kernels: ArrayLike<number>, taps: number): number {
  const known = knownExtents.get(kernels);
  if (known !== undefined) return known;
  let extent = 1e-12;
  for (let index = 0; index < kernels.length; index++)
    if (index % (taps + 1) !== taps) extent = Math.max(extent, Math.abs(kernels[index] ?? 0));
  knownExtents.set(kernels, extent);
  return extent;
}
