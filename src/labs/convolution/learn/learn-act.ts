/** Act 2, Learn: both networks train, the gradient of every position is seen. */

import { addWords } from '../../../i18n/catalogue';
import { learn } from '../../../i18n/en/learn';
import { Evidence } from '../../../lab-page/evidence/later-evidence';
import { lazyPart } from '../../../ui/lazy-part';
import type { ActModule } from '../act-module';
import { useConvolutionTransport } from '../use-convolution-transport';
import { LearnExplanation } from './learn-explanation';
import { LearnStage } from './learn-stage';

const details = lazyPart(() => import('./learn-details').then((module) => module.LearnDetails));

addWords({ learn });

export const learnAct: ActModule = {
  act: 'learn',
  title: ({ convolution }) => convolution.titles.learn,
  lead: ({ convolution }) => convolution.leads.learn,
  useTransport: useConvolutionTransport,
  Stage: LearnStage,
  Evidence,
  // Far below the stage: its code may come last.
  Details: details.LaterPart,
  Explanation: LearnExplanation,
};
