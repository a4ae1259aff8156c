/** The picture of a `predict` message: `{pixels}`, 784 numbers from 0 (paper) to 1 (ink), 28 rows of 28. */
import { readPixels } from '../../lab-page/read-pixels';
import { CANVAS_SIDE } from '../../math/fit-image';

export const readPrediction = ({ pixels }: Readonly<Record<string, unknown>>) =>
  readPixels(pixels, 'pixels', CANVAS_SIDE * CANVAS_SIDE);
