/** Act 3, Move: the digit changes place, both networks read it. */
import { useMessages } from '../../../ui/messages-context';
import { TrainingPage } from '../training-page';
import { useConvolution } from '../use-convolution';
import { MoveExplanation } from './move-explanation';
import { MoveStage } from './move-stage';

export default function MoveAct() {
  const { convolution } = useMessages();
  const data = useConvolution((state) => state.data);
  return (
    <TrainingPage
      question={convolution.titles.move[data]}
      lead={convolution.leads.move[data]}
      stage={<MoveStage />}
      explanation={<MoveExplanation />}
    />
  );
}
