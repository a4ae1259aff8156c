/** The learner's own picture, for every act: 28x28 pixels, 0 (paper) to 1 (ink), or null for the sample digit. */
import { createStore } from 'zustand/vanilla';

export type PictureState = {
  readonly pixels: Float32Array | null;
  readonly set: (pixels: Float32Array) => void;
  readonly clear: () => void;
};

export const pictureStore = createStore<PictureState>()((set) => ({
  pixels: null,
  set: (pixels) => set({ pixels }),
  clear: () => set({ pixels: null }),
}));
