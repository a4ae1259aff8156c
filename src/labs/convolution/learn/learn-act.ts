/** Act 2, Learn: both networks train, the gradient of every position is seen. */
import type { ActModule } from '../act-module';
import { LearnDetails } from './learn-details';
import { LearnExplanation } from './learn-explanation';
import { LearnStage } from './learn-stage';
import { useLearnTransport } from './use-learn-transport';

export const learnAct: ActModule = {
  act: 'learn',
  title: ({ convolution }) => convolution.titles.learn,
  lead: ({ convolution }) => convolution.leads.learn,
  trains: true,
  useTransport: useLearnTransport,
  Stage: LearnStage,
  Details: LearnDetails,
  Explanation: LearnExplanation,
};
