/** What act Slide shows, in four sentences. */
import { MarkedText } from '../../../lab-page/marked-text';
import { useMessages } from '../../../ui/messages-context';
import { useConvolution } from '../use-convolution';

export function SlideExplanation() {
  const { slide } = useMessages();
  const independent = useConvolution((state) => state.sharing === 'independent');
  return (
    <MarkedText
      sentences={[...slide.explanation, independent ? slide.explanationOwn : slide.explanationShared]}
    />
  );
}
