/** What the Siamese lab says of a moment. */
import { useBench } from '../../../lab-page/bench';
import { Narrator } from '../../../lab-page/networks/narrator';
import { unknownLine } from '../../../lab-page/networks/unknown-line';
import { useMessages } from '../../../ui/messages-context';
import { towerPicture } from './tower-pictures';

export function SiameseNarrator({ shown }: { readonly shown: 'both' | 'chosen' }) {
  const bench = useBench();
  const { siameseLab: words, training } = useMessages();
  return (
    <Narrator
      shown={shown}
      tell={(of, chosen) => {
        const pictures = {
          shared: towerPicture(bench, 'shared'),
          independent: towerPicture(bench, 'independent'),
        };
        const picture = pictures[chosen];
        return {
          ...pictures,
          settled: picture.source === 'example' ? words.pairLine : unknownLine(picture, training),
          gradients: words.told.gradients,
          sum: words.told.sum[of],
          update: words.told.update[of],
        };
      }}
    />
  );
}
