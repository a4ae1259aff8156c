/**
 * One card of the Recurrent lab: the unrolled sequence, what the network says after each symbol, and the ledger of
 * its steps. Shared (routing 0): threads from every step to the one W, gradients into their sum, which moves it.
 * Independent (routing 1): every step reads and moves its own W. In between: the flip of the switch.
 */

import { createFreshness } from './learn-fresh';
import type { Box } from './learn-layout';
import { annotationLayers, drawAnnotations } from './learn-marks';
import { hasGradients } from './ledger-picture';
import { drawOutlines } from './outlines';
import type { RecurrentAnnotated } from './recurrent-annotated';
import { recurrentAnnotations } from './recurrent-annotations';
import { createRecurrentCanvas } from './recurrent-canvas';
import { type RecurrentLayout, recurrentLayout, statesBottom } from './recurrent-layout';
import { type RecurrentPart, recurrentScene } from './recurrent-scene';
import type { StepPhase } from './step-phase';
import { sizeLayer, svgLayer } from './svg-layer';
import type { View } from './view';

export type RecurrentViewProps = Omit<RecurrentAnnotated, 'layout' | 'scene'> & {
  /** CSS pixels. */
  readonly width: number;
  readonly dpr: number;
  /** [steps that can be read, cells] the independent cells as they began. */
  readonly untrained: Float32Array;
  readonly phase: StepPhase | null;
};

export function createRecurrentView(
  container: HTMLElement,
  first: RecurrentViewProps,
): View<RecurrentViewProps> {
  const canvas = createRecurrentCanvas(container);
  const svg = svgLayer(container, 'recurrent-annotations');
  const isFresh = createFreshness();
  const node = svg.node();
  const layers = node && annotationLayers(node);
  const outlines = svg.append('g').attr('class', 'outlines');

  function update(props: RecurrentViewProps): void {
    const { palette, routing, shape, width, shared, independent, phase, letters } = props;
    const layout = recurrentLayout(width, letters.length, shape);
    const network = routing < 0.5 ? 'shared' : 'independent';
    const scene = recurrentScene(phase, shape.trained, letters.length, network);
    if (isFresh('size', [width, layout.height])) sizeLayer(svg, width, layout.height);

    canvas.begin(width, layout.height, props.dpr, palette);
    const card = network === 'shared' ? shared : independent;
    if (card?.reading) canvas.reading(card.reading, layout, shape, network);
    if (shared && routing < 1) {
      const known = hasGradients(shared.picture.source);
      if (known) canvas.gradients(shared.picture, layout, shape, scene, 'shared', 1 - routing);
      if (shared.picture.source !== 'unread')
        canvas.shared(shared.picture, layout, shape, scene, 1 - routing, known);
    }
    if (independent && routing > 0) {
      const { picture } = independent;
      if (hasGradients(picture.source))
        canvas.gradients(picture, layout, shape, scene, 'independent', routing);
      if (picture.source !== 'unread')
        canvas.independent(picture, props.untrained, layout, shape, scene, routing);
    }

    if (layers) drawAnnotations(layers, recurrentAnnotations({ ...props, layout, scene }));
    const lit = [props.part, scene.outlined].filter((part) => part !== null);
    const boxes = lit.flatMap((part) => boxOfPart(part, layout, shape.hidden, network) ?? []);
    if (isFresh('outlines', [boxes, palette])) drawOutlines(outlines, boxes, palette);
  }

  update(first);
  return {
    update,
    dispose() {
      canvas.remove();
      svg.remove();
    },
  };
}

/** Box of a part that words can light up; null where it is not on this card. */
function boxOfPart(
  part: RecurrentPart,
  layout: RecurrentLayout,
  hidden: number,
  network: 'shared' | 'independent',
): Box | null {
  const { left, pitch, tile, sum, one } = layout;
  const across = (y: number, height: number, columns: number): Box => ({
    ...{ x: left, y, height },
    width: columns * pitch - (pitch - tile.width),
  });
  switch (part) {
    case 'heat':
      return across(layout.heat.y, layout.letters - layout.heat.y - 18, layout.columns);
    case 'states':
      return across(layout.states.y, statesBottom(layout, hidden) - layout.states.y, layout.columns);
    case 'weights':
      return network === 'shared' ? one : across(layout.own, tile.height, layout.columns);
    case 'tiles':
      return across(layout.gradients, tile.height, layout.trained);
    case 'sum':
      return network === 'shared' ? sum : null;
    case 'identity': {
      if (network !== 'shared') return null;
      const wide = layout.narrow ? 56 : 92;
      return { x: sum.x - 12 - wide, y: sum.y + sum.height / 2 - 4, width: wide, height: 26 };
    }
    default:
      return part satisfies never;
  }
}
