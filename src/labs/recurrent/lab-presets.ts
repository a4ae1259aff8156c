/** The ready moments with the table that turns them into links: one chunk, fetched with the gallery. */
import type { LabPresets } from '../lab-module';
import { recurrentParameters } from './parameters';
import { presets } from './presets';

export const recurrentPresets: LabPresets = { table: recurrentParameters, presets };
