/** Where the learner put the digit, or null while it stands where it starts. Shared by the parts of the act. */
import { createStore } from 'zustand/vanilla';
import { clampPlace, type Place } from '../../../views/placement-place';

export type PlaceState = {
  readonly place: Place | null;
  /** True while the digit is dragged or its canvas has the focus. */
  readonly held: boolean;
  readonly set: (place: Place) => void;
  readonly hold: (held: boolean) => void;
};

export const placeStore = createStore<PlaceState>()((set) => ({
  place: null,
  held: false,
  set: (place) => set({ place: clampPlace(place) }),
  hold: (held) => set({ held }),
}));
