/** Act 3, Move: the digit changes place, both networks read it. */
import type { ActModule } from '../act-module';
import { useLearnTransport } from '../learn/use-learn-transport';
import { MoveExplanation } from './move-explanation';
import { MoveStage } from './move-stage';

export const moveAct: ActModule = {
  act: 'move',
  title: ({ convolution }, { data }) => convolution.titles.move[data],
  lead: ({ convolution }, { data }) => convolution.leads.move[data],
  trains: true,
  useTransport: useLearnTransport,
  Stage: MoveStage,
  Explanation: MoveExplanation,
};
