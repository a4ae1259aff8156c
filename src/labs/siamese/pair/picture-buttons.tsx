/** What can be done to the two pictures where they stand on a card: choose another one of each, swap them. */
import { Button } from '../../../ui/button';
import { useMessages } from '../../../ui/messages-context';
import type { SiameseLayout } from '../../../views/siamese-layout';
import { useSetSiamese, useSiamese } from '../use-siamese';
import { orderOf } from './chosen-pair';
import type { Side } from './own-pictures';
import { usePictureName } from './use-picture-name';

export function PictureButtons(props: {
  readonly layout: SiameseLayout;
  readonly onPick: (side: Side) => void;
}) {
  const { layout, onPick } = props;
  const { siameseLab: words } = useMessages();
  const swapped = useSiamese((state) => state.swapped);
  const set = useSetSiamese();
  const nameOf = usePictureName();
  const { swap } = layout;
  return (
    <>
      {orderOf({ swapped }).map((side, place) => {
        const { x, y, width, height } = layout.pictures[place as 0 | 1];
        return (
          <button
            key={place === 0 ? 'first' : 'second'}
            type="button"
            className="face-button"
            style={{ left: x, top: y, width, height }}
            aria-haspopup="dialog"
            aria-label={words.pickName(side, nameOf(side))}
            onClick={() => onPick(side)}
          >
            <span className="face-letter">{words.letters[side]}</span>
          </button>
        );
      })}
      <Button
        className="swap-button"
        style={{ left: swap.x, top: swap.y, width: swap.width, height: swap.height }}
        aria-label={words.swapName}
        aria-pressed={swapped}
        onClick={() => set({ swapped: !swapped })}
      >
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <path d="M4 12V2M4 2L1.5 4.5M4 2l2.500 2.500M10 2v10m0 0l2.500-2.500M10 12L7.500 9.500" />
        </svg>
        <span>{words.swap}</span>
      </Button>
    </>
  );
}
