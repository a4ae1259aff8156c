/** What act Learn says of a moment. */
import { small } from '../../../i18n/format';
import { useBench } from '../../../lab-page/bench';
import { Narrator } from '../../../lab-page/networks/narrator';
import { unknownLine } from '../../../lab-page/networks/unknown-line';
import { useMessages } from '../../../ui/messages-context';
import { changeOfKernel } from '../../../views/ledger-picture';
import { learnPicture } from './learn-pictures';

export function LearnNarrator({ shown }: { readonly shown: 'both' | 'chosen' }) {
  const bench = useBench();
  const { learn: words, training, convolution } = useMessages();
  return (
    <Narrator
      shown={shown}
      tell={(of, chosen) => {
        const pictures = {
          shared: learnPicture(bench, 'shared'),
          independent: learnPicture(bench, 'independent'),
        };
        const picture = pictures[chosen];
        const change = small(changeOfKernel(pictures.shared, 0));
        return {
          ...pictures,
          settled: picture.source === 'example' ? words.digitLine : unknownLine(picture, training),
          gradients: convolution.told.gradients,
          sum: convolution.told.sum[of],
          update: words.update[of](change),
        };
      }}
    />
  );
}
