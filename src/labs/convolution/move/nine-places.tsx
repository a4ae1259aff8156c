/** Nine buttons that take the digit to an edge or the middle: the way to move it without dragging. */
import { useStore } from 'zustand';
import { useMessages } from '../../../ui/messages-context';
import { ninePlaces, samePlace } from '../../../views/placement-place';
import { useConvolution } from '../use-convolution';
import { placeStore, placeWith } from './place-store';

export function NinePlaces() {
  const { move } = useMessages();
  const variant = useConvolution((state) => state.data);
  const here = placeWith(useStore(placeStore), variant);
  const { placeNames: name } = move;
  const names = [
    name.topLeft,
    name.top,
    name.topRight,
    name.left,
    name.middle,
    name.right,
    name.bottomLeft,
    name.bottom,
    name.bottomRight,
  ];
  return (
    <fieldset className="move-nine">
      <legend className="note">{move.places}</legend>
      {ninePlaces.map((place, index) => (
        <button
          key={names[index]}
          type="button"
          aria-label={names[index]}
          title={names[index]}
          aria-pressed={samePlace(place, here)}
          onClick={() => placeStore.getState().set(place)}
        />
      ))}
    </fieldset>
  );
}
