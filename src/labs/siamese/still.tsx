/** The gallery picture: two pictures on their way through the one tower before training, drawn by the lab's own view. */
import { useEffect, useRef } from 'react';
import { addWords } from '../../i18n/catalogue';
import { siameseLab as words } from '../../i18n/en/siamese-lab';
import { usePalette } from '../../lab-page/use-palette';
import { useWidth } from '../../lab-page/use-width';
import { defaultsOf } from '../../spec/parameters';
import { useMessages } from '../../ui/messages-context';
import { siameseLayout } from '../../views/siamese-layout';
import { createSiameseView } from '../../views/siamese-view';
import { towerInputs } from './pair/chosen-pair';
import { pairsInput } from './pair/pairs-input';
import { type SiameseState, siameseParameters } from './parameters';
import { PICTURES, peopleFaces } from './sample-faces';
import { embeddingFrom } from './stage/embeddings';
import { firstPoints, firstTowers } from './stage/first-towers';
import { firstUnit } from './stage/tower-pictures';

addWords({ siameseLab: words });

export default function SiameseStill() {
  const outer = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const width = useWidth(container);
  const palette = usePalette();
  const { siameseLab } = useMessages();
  useEffect(() => {
    const [frame, element] = [outer.current, container.current];
    if (!frame || !element || width === 0) return;
    const state: SiameseState = defaultsOf(siameseParameters);
    const input = pairsInput(state.data, { a: null, b: null });
    const points = firstPoints('shared', state, input);
    // The gauge and the gradients stay below the edge.
    frame.style.height = `${siameseLayout(width).captionY + 8}px`;
    const view = createSiameseView(element, {
      palette,
      words: siameseLab,
      width,
      dpr: element.ownerDocument.defaultView?.devicePixelRatio ?? 1,
      routing: 0,
      shared: {
        towers: firstTowers('shared', state, firstUnit(state)),
        embedding: embeddingFrom({ points, threshold: null, step: 0 }, state, input),
      },
      independent: null,
      pictures: towerInputs(state),
      swapped: false,
      turned: false,
      faces: peopleFaces,
      picturesOfPerson: PICTURES,
      phase: null,
      part: null,
    });
    return view.dispose;
  }, [width, palette, siameseLab]);
  return (
    <div ref={outer} style={{ overflow: 'clip' }}>
      <div ref={container} style={{ position: 'relative' }} />
    </div>
  );
}
