/** The digit of a `predict` message: `{pixels}`, 784 numbers from 0 (paper) to 1 (ink), row by row. */
import { readPixels } from '../../lab-page/read-pixels';
import { PICTURE_SIDE } from '../../spec/multi-task-network';

/** Anything may come. */
export const readPrediction = ({
  pixels,
}: Readonly<Record<string, unknown>>): ReturnType<typeof readPixels> =>
  readPixels(pixels, 'pixels', PICTURE_SIDE * PICTURE_SIDE);
