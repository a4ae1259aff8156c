/** What the picture of a side is called: "person 3, picture 1", or the learner's drawing. */
import { useStore } from 'zustand';
import { useMessages } from '../../../ui/messages-context';
import { PICTURES, personOf } from '../sample-faces';
import { useSiamese } from '../use-siamese';
import { ownPictures, type Side } from './own-pictures';

export function usePictureName(): (side: Side) => string {
  const { siameseLab: words } = useMessages();
  const a = useSiamese((state) => state.a);
  const b = useSiamese((state) => state.b);
  const own = useStore(ownPictures);
  return (side) => {
    if (own[side]) return words.ownName;
    const sample = side === 'a' ? a : b;
    return words.sampleName(personOf(sample) + 1, (sample % PICTURES) + 1);
  };
}
