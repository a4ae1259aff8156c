/** The Convolution lab: its three acts on the common lab page. */

import { BenchLine } from '../../lab-page/bench-line';
import { Evidence } from '../../lab-page/evidence/evidence';
import { LabPage } from '../../lab-page/lab-page';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import type { TransportModel } from '../../lab-page/transport-model';
import { useMessages } from '../../ui/messages-context';
import { Segmented } from '../../ui/segmented';
import type { LabModule } from '../lab-module';
import { benchOf, buildSpec } from './build-spec';
import { LearnExplanation } from './learn/learn-explanation';
import { LearnStage } from './learn/learn-stage';
import { useLearnTransport } from './learn/use-learn-transport';
import { MoveExplanation } from './move/move-explanation';
import { MoveStage } from './move/move-stage';
import { type ConvolutionState, convolutionParameters } from './parameters';
import { SlideExplanation } from './slide/slide-explanation';
import { SlideStage } from './slide/slide-stage';
import { useSlideTransport } from './slide/use-slide-transport';
import { ConvolutionStill } from './still';
import { useConvolution, useSetConvolution } from './use-convolution';

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'init', 'seed', 'examples'];

function ConvolutionLab() {
  const act = useConvolution((state) => state.act);
  switch (act) {
    case 'slide':
      return <SlideAct />;
    case 'learn':
      return <LearnAct />;
    case 'move':
      return <MoveAct />;
    default:
      return act satisfies never;
  }
}

function SlideAct() {
  const { convolution } = useMessages();
  return (
    <LabPage
      question={convolution.titles.slide}
      lead={convolution.leads.slide}
      switch={<SharingSwitch networks={['independent', 'shared']} comparable={false} />}
      acts={<Acts />}
      transport={useSlideTransport()}
      benchLine={null}
      stage={<SlideStage />}
      evidence={null}
      explanation={<SlideExplanation />}
    />
  );
}

function LearnAct() {
  const { convolution } = useMessages();
  return (
    <TrainingPage
      question={convolution.titles.learn}
      lead={convolution.leads.learn}
      transport={useLearnTransport()}
      stage={<LearnStage />}
      explanation={<LearnExplanation />}
    />
  );
}

function MoveAct() {
  const { convolution } = useMessages();
  const data = useConvolution((state) => state.data);
  return (
    <TrainingPage
      question={convolution.titles.move[data]}
      lead={convolution.leads.move[data]}
      transport={useLearnTransport()}
      stage={<MoveStage />}
      explanation={<MoveExplanation />}
    />
  );
}

function TrainingPage(props: {
  readonly question: string;
  readonly lead: string;
  readonly transport: TransportModel;
  readonly stage: React.ReactNode;
  readonly explanation: React.ReactNode;
}) {
  return (
    <LabPage
      {...props}
      switch={<SharingSwitch networks={['independent', 'shared']} comparable />}
      acts={<Acts />}
      benchLine={<BenchLine setupKeys={SETUP_KEYS} />}
      evidence={<Evidence />}
    />
  );
}

function Acts() {
  const { convolution, labPage } = useMessages();
  const act = useConvolution((state) => state.act);
  const set = useSetConvolution();
  return (
    <Segmented
      legend={labPage.acts}
      look="tabs"
      value={act}
      onChange={(value) => set({ act: value })}
      segments={convolutionParameters.act.options.map((value) => ({ value, label: convolution.acts[value] }))}
    />
  );
}

export const convolutionLab: LabModule = {
  table: convolutionParameters,
  buildSpec: (state) => buildSpec(state as ConvolutionState),
  benchOf: (state) => benchOf(state as ConvolutionState),
  Lab: ConvolutionLab,
  Still: ConvolutionStill,
};
