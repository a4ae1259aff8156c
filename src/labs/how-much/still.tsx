/** The gallery picture: a map with its threads and the kernels of its colours before training, drawn by the lab's own view. */
import { useEffect, useRef } from 'react';
import { addWords } from '../../i18n/catalogue';
import { tieMap } from '../../i18n/en/tie-map';
import { usePalette } from '../../lab-page/use-palette';
import { useWidth } from '../../lab-page/use-width';
import { defaultsOf } from '../../spec/parameters';
import { useMessages } from '../../ui/messages-context';
import { tieMapLayout } from '../../views/tie-map-layout';
import { createTieMapView } from '../../views/tie-map-view';
import { firstMapPicture } from './map/first-map-picture';
import { type HowMuchState, howMuchParameters } from './parameters';

addWords({ tieMap });

/** Narrower, the kernels stand below the map, which a card has no room for: the picture is scaled instead. */
const LEAST_WIDTH = 560;

export default function HowMuchStill() {
  const outer = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(outer);
  const palette = usePalette();
  const { tieMap: words } = useMessages();
  useEffect(() => {
    const [frame, element] = [outer.current, container.current];
    if (!frame || !element || width === 0) return;
    const state: HowMuchState = { ...defaultsOf(howMuchParameters), map: 'blocks' };
    const picture = firstMapPicture(state, 0, false);
    const drawn = Math.max(width, LEAST_WIDTH);
    const scale = width / drawn;
    Object.assign(element.style, { width: `${drawn}px`, transform: `scale(${scale})` });
    frame.style.height = `${tieMapLayout(drawn, picture.groups).height * scale}px`;
    const view = createTieMapView(element, {
      ...{ palette, words, picture, width: drawn },
      dpr: element.ownerDocument.defaultView?.devicePixelRatio ?? 1,
      ...{ stroke: null, brushed: null, regroup: null, phase: null, selected: null, part: null },
      show: 'map',
    });
    return view.dispose;
  }, [width, palette, words]);
  return (
    <div ref={outer} style={{ overflow: 'clip' }}>
      <div ref={container} style={{ position: 'relative', transformOrigin: '0 0' }} />
    </div>
  );
}
