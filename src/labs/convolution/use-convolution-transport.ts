/** The transport of both acts that train. Reset also takes the learner's own picture away. */

import { useTrainingTransport } from '../../lab-page/training/use-training-transport';
import type { TransportModel } from '../../lab-page/transport-model';
import { pictureStore } from './picture/picture-store';

export const useConvolutionTransport = (): TransportModel =>
  useTrainingTransport(pictureStore.getState().clear);
