/** Act 1, Slide: one kernel crosses one image. Nothing trains here. */
import { addWords } from '../../../i18n/catalogue';
import { slide } from '../../../i18n/en/slide';
import type { ActModule } from '../act-module';
import { shapeInForce } from './kernel-source';
import { SlideExplanation } from './slide-explanation';
import { SlideStage } from './slide-stage';
import { useSlideTransport } from './use-slide-transport';

addWords({ slide });

export const slideAct: ActModule = {
  act: 'slide',
  title: ({ convolution }) => convolution.titles.slide,
  lead: ({ convolution }, state) => convolution.leads.slide(shapeInForce(state).size ** 2),
  useTransport: useSlideTransport,
  Stage: SlideStage,
  Explanation: SlideExplanation,
};
