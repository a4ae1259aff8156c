/** Act 3, Move: the digit changes place, both networks read it. */
import { addWords } from '../../../i18n/catalogue';
import { move } from '../../../i18n/en/move';
import { Evidence } from '../../../lab-page/evidence/later-evidence';
import type { ActModule } from '../act-module';
import { useConvolutionTransport } from '../use-convolution-transport';
import { MoveExplanation } from './move-explanation';
import { MoveStage } from './move-stage';

addWords({ move });

export const moveAct: ActModule = {
  act: 'move',
  title: ({ convolution }, { data }) => convolution.titles.move[data],
  lead: ({ convolution }, { data }) => convolution.leads.move[data],
  useTransport: useConvolutionTransport,
  Stage: MoveStage,
  Evidence,
  Explanation: MoveExplanation,
};
