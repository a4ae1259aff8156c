/** Act 2, Learn: both networks train, the gradient of every position is seen. */
import { useMessages } from '../../../ui/messages-context';
import { TrainingPage } from '../training-page';
import { LearnExplanation } from './learn-explanation';
import { LearnStage } from './learn-stage';

export default function LearnAct() {
  const { convolution } = useMessages();
  return (
    <TrainingPage
      question={convolution.titles.learn}
      lead={convolution.leads.learn}
      stage={<LearnStage />}
      explanation={<LearnExplanation />}
    />
  );
}
