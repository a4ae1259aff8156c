/** The learner's own drawings, one for each side: 32x32 pixels, 0 (paper) to 1 (ink), or null for the sample picture. */
import { createStore } from 'zustand/vanilla';

export type Side = 'a' | 'b';

export type OwnPictures = Readonly<Record<Side, Float32Array | null>>;

const none: OwnPictures = { a: null, b: null };

export const ownPictures = createStore<OwnPictures>()(() => none);

export const setOwnPicture = (side: Side, pixels: Float32Array | null): void =>
  ownPictures.setState({ [side]: pixels });

export const clearOwnPictures = (): void => ownPictures.setState(none);
