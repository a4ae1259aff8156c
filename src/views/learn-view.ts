/**
 * One card of act Learn: the map of per-site gradients and what they move. Shared (routing 0): threads into the
 * sum, which moves the one kernel. Independent (routing 1): one to one onto the wall of kernels. In between: the
 * flip of the switch, when the one card that is shown goes from one network to the other.
 */

import type { Messages } from '../i18n/messages';
import { extentOf } from './color-scales';
import { annotationsOf } from './learn-annotations';
import { createLearnCanvas } from './learn-canvas';
import { createFreshness } from './learn-fresh';
import { type Box, learnLayout, TILES } from './learn-layout';
import { annotationLayers, boxOfPart, drawAnnotations } from './learn-marks';
import { type LearnPart, learnScene } from './learn-scene';
import { ledgerColors } from './ledger-colors';
import { hasGradients, type LedgerPicture, type PictureSource, tileSumOf } from './ledger-picture';
import { drawOutlines } from './outlines';
import type { Palette } from './palette';
import type { StepPhase } from './step-phase';
import { sizeLayer, svgLayer } from './svg-layer';
import type { View } from './view';

export type LearnViewProps = {
  readonly palette: Palette & { readonly warning?: string };
  readonly words: Messages['learn'];
  /** CSS pixels. */
  readonly width: number;
  readonly dpr: number;
  /** 0 shared, 1 independent. */
  readonly routing: number;
  readonly shared: LedgerPicture | null;
  readonly independent: LedgerPicture | null;
  /** Kernel from which all independent ones started, while equal copies of it fly out; else null. */
  readonly copy: Float32Array | null;
  readonly phase: StepPhase | null;
  readonly source: PictureSource;
  readonly selected: number;
  readonly part: LearnPart | null;
};

type Segment = { readonly x: number; readonly y: number; readonly color: string };
/** From a part to the outline around it. */
const SEGMENTS = 16;
const SEGMENT = 4;

/** The colour scale of a map, below it. */
const scaleBar = (box: Box, css: readonly string[]): readonly Segment[] =>
  Array.from({ length: SEGMENTS }, (_, segment) => ({
    x: box.x + segment * SEGMENT,
    y: box.y + box.height + 13,
    color: css[Math.round((segment * (css.length - 1)) / (SEGMENTS - 1))] ?? '',
  }));

export function createLearnView(container: HTMLElement, first: LearnViewProps): View<LearnViewProps> {
  const canvas = createLearnCanvas(container);
  const svg = svgLayer(container, 'learn-annotations');
  const isFresh = createFreshness();
  const node = svg.node();
  const bars = svg.append('g').attr('class', 'scales');
  const layers = node && annotationLayers(node);
  const outlines = svg.append('g').attr('class', 'outlines');
  const arrow = svg.append('path').attr('class', 'arrow').attr('fill', 'none').attr('stroke-width', 1.4);

  function update(props: LearnViewProps): void {
    const { palette, routing, width, shared, independent, source } = props;
    const layout = learnLayout(width);
    const network = routing < 0.5 ? 'shared' : 'independent';
    const height = layout.height[network];
    const { css } = ledgerColors(palette);
    const scene = learnScene(props.phase, TILES * TILES, network);
    if (isFresh('size', [width, height])) sizeLayer(svg, width, height);

    canvas.begin(width, height, props.dpr, palette);
    if (shared && routing < 1) canvas.shared(shared, layout, scene, 1 - routing);
    if (independent && routing > 0) {
      const arriving = props.copy ? Math.max(0, (routing - 0.7) / 0.3) : routing;
      canvas.independent(independent, layout, scene, arriving, routing, props.selected);
      if (props.copy && routing < 1)
        canvas.copies(props.copy, extentOf(props.copy), layout, Math.min(1, routing / 0.7), 1 - arriving);
    }

    const scaled =
      layout.axis === 'down'
        ? []
        : network === 'shared'
          ? [layout.map.shared]
          : [layout.map.independent, layout.wall];
    const shownScales = hasGradients(source) ? scaled : scaled.filter((box) => box === layout.wall);
    const segments = shownScales.flatMap((box) => scaleBar(box, css));
    if (isFresh('bars', segments))
      bars
        .selectAll<SVGRectElement, Segment>('rect')
        .data(segments)
        .join('rect')
        .attr('x', (segment) => segment.x)
        .attr('y', (segment) => segment.y)
        .attr('width', SEGMENT)
        .attr('height', 6)
        .attr('fill', (segment) => segment.color);
    if (layers)
      drawAnnotations(
        layers,
        annotationsOf({
          ...props,
          layout,
          scene,
          sharedSum: shared && routing < 1 && hasGradients(source) ? tileSumOf(shared) : null,
        }),
      );
    if (isFresh('arrow', [width, routing, source, scene.moves, palette])) drawArrow();
    const lit = [props.part, scene.outlined].filter((part) => part !== null);
    const boxes = lit.flatMap((part) => boxOfPart(part, layout, network) ?? []);
    if (isFresh('outlines', [boxes, palette])) drawOutlines(outlines, boxes, palette);

    function drawArrow(): void {
      const { sum, kernel } = layout;
      const y = sum.y + sum.height / 2;
      const [from, to] = [sum.x + sum.width + 8, kernel.x - 8];
      const drop = kernel.y - 7;
      const x = kernel.x + 5;
      arrow
        .attr('stroke', palette.shared)
        .attr(
          'stroke-opacity',
          source !== 'batch' || !scene.moves ? 0 : Math.max(0, 1 - routing * 2).toFixed(2),
        )
        .attr(
          'd',
          layout.axis === 'across'
            ? `M${x},${sum.y + sum.height + 9}V${drop}M${x - 3.5},${drop - 4}L${x},${drop}L${x + 3.5},${drop - 4}`
            : `M${from},${y}H${to}M${to - 5},${y - 4}L${to},${y}L${to - 5},${y + 4}`,
        );
    }
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
