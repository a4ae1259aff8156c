/** Act 1, Slide: one kernel crosses one image. Nothing trains here. */
import { LabPage } from '../../../lab-page/lab-page';
import { SharingSwitch } from '../../../lab-page/sharing-switch';
import { useMessages } from '../../../ui/messages-context';
import { ActTabs } from '../act-tabs';
import { SlideExplanation } from './slide-explanation';
import { SlideStage } from './slide-stage';
import { useSlideTransport } from './use-slide-transport';

export default function SlideAct() {
  const { convolution } = useMessages();
  return (
    <LabPage
      question={convolution.titles.slide}
      lead={convolution.leads.slide}
      switch={<SharingSwitch networks={['independent', 'shared']} comparable={false} />}
      acts={<ActTabs />}
      useTransport={useSlideTransport}
      benchLine={null}
      stage={<SlideStage />}
      evidence={null}
      explanation={<SlideExplanation />}
    />
  );
}
