/** The ready moments with the table that turns them into links: one chunk, fetched with the gallery. */
import type { LabPresets } from '../lab-module';
import { transferParameters } from './parameters';
import { presets } from './presets';

export const transferPresets: LabPresets = { table: transferParameters, presets };
