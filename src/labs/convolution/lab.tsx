/** The Convolution lab: three acts on one page. The page stays while the acts change, and so does the focus. */
import { BenchLine } from '../../lab-page/bench-line';
import { LabPage } from '../../lab-page/lab-page';
import { SharingSwitch } from '../../lab-page/sharing-switch';
import { PartFailed } from '../../ui/lazy-part';
import { useMessages } from '../../ui/messages-context';
import type { LabModule } from '../lab-module';
import { ActTabs } from './act-tabs';
import { benchOf, buildSpec } from './build-spec';
import { useActModule } from './load-acts';
import { type ConvolutionState, convolutionParameters } from './parameters';
import { readPrediction } from './read-prediction';
import { useConvolution } from './use-convolution';

const SETUP_KEYS = ['rate', 'optimizer', 'batch', 'steps', 'decay', 'init', 'seed', 'examples'];
const CHOICES = ['data'];

function ConvolutionLab() {
  const messages = useMessages();
  const state = useConvolution((whole) => whole);
  const { module, retry } = useActModule(state.act);
  if (!module || retry)
    return (
      <main className="placeholder" aria-busy={!retry}>
        <h1>{messages.convolution.question}</h1>
        {retry && <ActTabs />}
        {retry && <PartFailed onRetry={retry} />}
      </main>
    );
  const { act, useTransport, Stage, Evidence, Details, Explanation } = module;
  const trains = Evidence !== undefined;
  return (
    <LabPage
      act={act}
      question={module.title(messages, state)}
      lead={module.lead(messages, state)}
      switch={<SharingSwitch networks={['independent', 'shared']} comparable={trains} />}
      acts={<ActTabs />}
      useTransport={useTransport}
      trains={trains}
      benchLine={trains && <BenchLine setupKeys={SETUP_KEYS} choices={CHOICES} />}
      stage={<Stage />}
      evidence={Evidence && <Evidence />}
      details={Details && <Details />}
      explanation={<Explanation />}
    />
  );
}

export const convolutionLab: LabModule = {
  table: convolutionParameters,
  buildSpec: (state) => buildSpec(state as ConvolutionState),
  benchOf: (state) => benchOf(state as ConvolutionState),
  loadRecordings: () => import('./recordings').then((module) => module.recordings),
  readPrediction,
  Lab: ConvolutionLab,
};
