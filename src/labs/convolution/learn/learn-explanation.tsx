/** What happens in act Learn, in four sentences. */
import { MarkedText } from '../../../lab-page/marked-text';
import { useMessages } from '../../../ui/messages-context';

export function LearnExplanation() {
  const { learn } = useMessages();
  return <MarkedText sentences={learn.explanation} />;
}
