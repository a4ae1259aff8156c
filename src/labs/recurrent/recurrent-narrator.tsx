/** What the Recurrent lab says of a moment. */
import { small, whole } from '../../i18n/format';
import { useBench } from '../../lab-page/bench';
import { Narrator } from '../../lab-page/networks/narrator';
import { unknownLine } from '../../lab-page/networks/unknown-line';
import { useMessages } from '../../ui/messages-context';
import { changeOfKernel } from '../../views/ledger-picture';
import { trainedLength } from './build-spec';
import { recurrentPicture } from './recurrent-pictures';
import { firstSequence, stageSequence } from './sequences';
import { useRecurrent } from './use-recurrent';

export function RecurrentNarrator({ shown }: { readonly shown: 'both' | 'chosen' }) {
  const bench = useBench();
  const { recurrentLab: words, training } = useMessages();
  const state = useRecurrent((all) => all);
  const trained = trainedLength(state);
  const steps = whole(trained);
  const letters = stageSequence(state).symbols.length;
  const beyond = letters > trained ? words.beyondLine[state.data](whole(letters), steps) : '';
  return (
    <Narrator
      shown={shown}
      tell={(of, chosen) => {
        const pictures = {
          shared: recurrentPicture(bench, 'shared'),
          independent: recurrentPicture(bench, 'independent'),
        };
        const picture = pictures[chosen];
        const change = small(changeOfKernel(pictures.shared, 0));
        const example = () => `${words.exampleLine(firstSequence(state).text, steps)} ${beyond}`.trim();
        return {
          ...pictures,
          settled: picture.source === 'example' ? example() : unknownLine(picture, training),
          after: beyond,
          forward: words.told.forward[of],
          gradients: words.told.gradients,
          sum: words.told.sum[of](steps),
          update: words.told.update[of](change),
        };
      }}
    />
  );
}
