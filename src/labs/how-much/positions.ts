/** The 16x16 positions of the first layer. */
import { MAP_SIDE, MAP_SITES } from '../../spec/tie-map';

/** Chosen until the learner chooses another. */
export const MIDDLE_SITE = (MAP_SITES + MAP_SIDE) / 2;
