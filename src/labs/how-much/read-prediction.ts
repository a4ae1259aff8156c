/** The picture of a `predict` message: `{pixels}`, 1,024 numbers from 0 (paper) to 1 (ink), 32 rows of 32. */
import { readPixels } from '../../lab-page/read-pixels';
import { CANVAS_SIZE } from '../../spec/how-much-network';

export const readPrediction = ({ pixels }: Readonly<Record<string, unknown>>) =>
  readPixels(pixels, 'pixels', CANVAS_SIZE * CANVAS_SIZE);
