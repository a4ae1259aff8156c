/**
 * Where the learner put the digit, or null while it stands where it starts. Shared by the parts of the act. A place
 * means something else with other data, so it goes when the data change.
 */
import { createStore } from 'zustand/vanilla';
import type { DigitVariant } from '../../../spec/experiment-spec';
import { clampPlace, type Place, startPlace } from '../../../views/placement-place';

export type PlaceState = {
  readonly place: Place | null;
  /** The data that `place` belongs to. */
  readonly variant: DigitVariant | null;
  /** True while the digit is dragged or its canvas has the focus. */
  readonly held: boolean;
  readonly set: (place: Place) => void;
  /** Forgets the place unless it belongs to these data. */
  readonly keepFor: (variant: DigitVariant) => void;
  readonly hold: (held: boolean) => void;
};

export const placeStore = createStore<PlaceState>()((set, get) => ({
  place: null,
  variant: null,
  held: false,
  set: (place) => set({ place: clampPlace(place) }),
  keepFor: (variant) => {
    if (get().variant !== variant) set({ place: null, variant });
  },
  hold: (held) => set({ held }),
}));

/** The digit's place with these data: where the learner put it, else where it starts. */
export const placeWith = (state: Pick<PlaceState, 'place' | 'variant'>, variant: DigitVariant): Place =>
  (state.variant === variant ? state.place : null) ?? startPlace(variant);
