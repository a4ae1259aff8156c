/** The 14x14 positions of the first layer, as people count them. */
import { decimal } from '../../../i18n/format';
import { TILES } from '../../../views/learn-layout';

export const SITES = TILES * TILES;

/** The middle of the positions: chosen until the learner chooses another. */
export const MIDDLE_SITE = (SITES + TILES) / 2;

/** 1 to 14. */
export const rowOf = (site: number) => Math.floor(site / TILES) + 1;
export const columnOf = (site: number) => (site % TILES) + 1;

/** A part of the sum, which may be negative, in percent. */
export const shareText = (part: number) => `${decimal(part * 100, 1)}\u202f%`;
