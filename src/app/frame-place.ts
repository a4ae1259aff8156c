/**
 * What the page shows just now, for those outside the tree of components: the page around a frame. The parts of the
 * app say it as they come and go.
 */
import type { Bench } from '../lab-page/bench';
import type { LabModule } from '../labs/lab-module';

export type FramePlace =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gallery' }
  /** The lab's code could not be had. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'lab'; readonly bench: Bench; readonly module: LabModule };

let shown: FramePlace = { kind: 'loading' };
let tell: (place: FramePlace) => void = () => {};

export function showPlace(place: FramePlace): void {
  shown = place;
  tell(place);
}

/** Calls back with the place of now and every later one. */
export function followPlace(follower: (place: FramePlace) => void): void {
  tell = follower;
  follower(shown);
}
