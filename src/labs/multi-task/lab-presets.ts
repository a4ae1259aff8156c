/** The ready moments with the table that turns them into links: one chunk, fetched with the gallery. */
import type { LabPresets } from '../lab-module';
import { multiTaskParameters } from './parameters';
import { presets } from './presets';

export const multiTaskPresets: LabPresets = { table: multiTaskParameters, presets };
