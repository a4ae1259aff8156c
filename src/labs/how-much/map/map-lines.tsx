/** Below the tie map: how many kernels and parameters the network on the stage has, and whether the gradients add up. */
import { useMemo } from 'react';
import { powerOfTen, whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { networkCost } from '../../../math/cost';
import { howMuchNetwork } from '../../../spec/how-much-network';
import { groupCount, MAP_SIDE, MAP_SITES, secondLayerMap, type TieMap } from '../../../spec/tie-map';
import { useMessages } from '../../../ui/messages-context';
import { hasGradients, tileSumOf } from '../../../views/ledger-picture';
import type { TieMapPicture } from '../../../views/tie-map-picture';
import { useHowMuch } from '../use-how-much';
import { MapThumb } from './map-thumb';
import { shownMap } from './shown-map';

const SIDE = 36;

/** Parameters of the network on the stage. */
export function useShownParameters(): number {
  const map = useHowMuch(shownMap);
  const sharing = useHowMuch((state) => state.sharing);
  const shrink = useHowMuch((state) => (state.soft ? state.shrink : null));
  return useMemo(
    () => networkCost(howMuchNetwork(sharing, { map, shrink })).parameters,
    [sharing, map, shrink],
  );
}

/** [64] the groups that the second layer takes, in the colours that they have in the first. */
const everySecond = (map: TieMap): TieMap =>
  map.filter((_, site) => Math.floor(site / MAP_SIDE) % 2 === 0 && site % 2 === 0);

export function MapLines() {
  const { tieMap: words } = useMessages();
  const map = useHowMuch(shownMap);
  const soft = useHowMuch((state) => state.soft && state.sharing === 'grouped');
  const parameters = useShownParameters();
  const second = useMemo(() => ({ map: everySecond(map), groups: groupCount(secondLayerMap(map)) }), [map]);
  return (
    <div className="map-lines number">
      <span role="img" aria-label={words.secondMap(String(second.groups))}>
        <MapThumb map={second.map} side={SIDE} />
      </span>
      <p className="note">
        {(soft ? words.softLayers : words.layers)(String(groupCount(map)), String(second.groups))}
      </p>
      <strong>{words.parameters(whole(parameters))}</strong>
    </div>
  );
}

/** Whether the sums of the gradients are the gradients of the kernels; null where nothing is known of them. */
export function sumLine(
  picture: TieMapPicture,
  words: Messages['tieMap'],
): { readonly text: string; readonly differs: boolean } | null {
  if (!hasGradients(picture.source)) return null;
  const { same, difference } = tileSumOf(picture);
  const size = powerOfTen(difference);
  if (!same) return { text: words.differ(size), differs: true };
  return { text: picture.groups === MAP_SITES ? words.ownOnly(size) : words.same(size), differs: false };
}
