/** The map of places: where a 14x14 digit can stand on the 28x28 canvas. */

/** Places per side: the top left pixel stands at 0..14. */
export const PLACEMENTS = 15;
