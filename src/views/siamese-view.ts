/**
 * One Siamese card: two pictures, one tower or two, the plane they put the pictures into, the gauge of the distances,
 * and the gradients that move the towers. Canvas for pictures and numbers, SVG under it for grounds and over it for
 * threads, points and words. Routing 0 is the shared network, 1 the independent one, between them a flip.
 */

import type { Messages } from '../i18n/messages';
import { gaugeMarks } from './distance-gauge';
import type { Embedding } from './embedding';
import { createFreshness } from './learn-fresh';
import type { Box } from './learn-layout';
import { hasGradients } from './ledger-picture';
import { outlineOf } from './outlines';
import type { Palette } from './palette';
import { closeUpMarks, planeMarks, planePicture } from './plane-marks';
import { boxesOfPart, siameseAnnotations, updateThread } from './siamese-annotations';
import { createSiameseCanvas } from './siamese-canvas';
import {
  rowTile,
  type SiameseLayout,
  siameseLayout,
  TILES_SHOWN,
  towerBox,
  towerTile,
} from './siamese-layout';
import { createMarks, joined, type SiameseMarks } from './siamese-marks';
import { type SiamesePart, type SiameseScene, siameseScene } from './siamese-scene';
import { onTheWay } from './siamese-threads';
import type { StepPhase } from './step-phase';
import { type Point, pointOnThread } from './sum-threads';
import { sizeLayer, svgLayer } from './svg-layer';
import { learnedOf, type TowerPicture, towerSumOf } from './tower-picture';
import type { View } from './view';

/** What the card shows of one network. */
export type TowersAndPoints = { readonly towers: TowerPicture; readonly embedding: Embedding };

export type SiameseViewProps = {
  readonly palette: Palette & { readonly warning?: string };
  readonly words: Messages['siameseLab'];
  /** CSS pixels. */
  readonly width: number;
  readonly dpr: number;
  readonly routing: number;
  readonly shared: TowersAndPoints | null;
  readonly independent: TowersAndPoints | null;
  /** As the towers get them: to tower A, to tower B. [32, 32] each. */
  readonly pictures: readonly [Float32Array, Float32Array];
  /** Picture b is in front. */
  readonly swapped: boolean;
  /** Tower B's pictures lie on their side. */
  readonly turned: boolean;
  /** A small face for each person of the samples. */
  readonly faces: readonly Float32Array[];
  readonly picturesOfPerson: number;
  readonly phase: StepPhase | null;
  readonly part: SiamesePart | null;
};

const TOWERS = [0, 1] as const;

export function createSiameseView(container: HTMLElement, first: SiameseViewProps): View<SiameseViewProps> {
  const behind = svgLayer(container, 'siamese-grounds');
  const canvas = createSiameseCanvas(container);
  const front = svgLayer(container, 'siamese-annotations');
  const marks = createMarks(behind.node() as SVGSVGElement, front.node() as SVGSVGElement);
  const isFresh = createFreshness();

  function update(props: SiameseViewProps): void {
    const { palette, routing, width, words, swapped } = props;
    const layout = siameseLayout(width);
    const network = routing < 0.5 ? 'shared' : 'independent';
    const shown = network === 'shared' ? props.shared : props.independent;
    if (!shown) return;
    const scene = siameseScene(props.phase, network);
    const accent = palette[network];
    const towers = network === 'shared' ? 1 : 2;
    const opacity = Math.abs(1 - 2 * routing);
    const letters = swapped
      ? ([words.letters.b, words.letters.a] as const)
      : ([words.letters.a, words.letters.b] as const);
    if (isFresh('size', [width, layout.height]))
      for (const svg of [behind, front]) sizeLayer(svg, width, layout.height);

    const { embedding } = shown;
    const placing = { embedding, box: layout.plane, picturesOfPerson: props.picturesOfPerson } as const;
    const plane = planePicture(placing);
    const common = { palette, words, accent, opacity, letters, swapped } as const;
    const { closeUp } = layout;
    const parts: SiameseMarks[] = [
      grounds(layout, palette),
      gaugeMarks({ ...common, layout, embedding }),
      siameseAnnotations({
        ...{ layout, palette, words, routing, scene, network, now: plane.now },
        picture: shown.towers,
        people: String(props.faces.length),
      }),
      planeMarks({ ...common, picture: plane, picturesOfPerson: props.picturesOfPerson, towers }),
    ];
    if (closeUp && embedding.pair)
      parts.push(
        closeUpMarks({ ...common, box: closeUp, pair: embedding.pair, towers }),
        legend(
          closeUp,
          towers === 2 ? words.towerMarks : props.turned ? words.kindMarks : [],
          palette,
          accent,
        ),
      );
    parts.push(travellers(layout, scene, routing, plane.now, accent));
    parts.push(outlines(props.part, scene, layout, network, palette));
    marks.draw(joined(parts));

    canvas.begin(width, layout.height, props.dpr, palette);
    const seen = props.faces.map((face, person) => ({ face, place: plane.faces[person] }));
    for (const { face, place } of seen)
      if (place) canvas.face(face, around(place, plane.faceSide), opacity, 6);
    for (const tower of TOWERS) canvas.face(props.pictures[tower], layout.pictures[tower]);
    if (props.shared && routing < 1)
      drawTowers(canvas, props.shared.towers, layout, routing, 1 - routing, scene, 'shared');
    if (props.independent && routing > 0)
      drawTowers(canvas, props.independent.towers, layout, routing, routing, scene, 'own');
    drawGradients(canvas, shown.towers, layout, scene, opacity);
    if (scene.forward !== null && scene.forward < 1 && plane.now)
      for (const tower of TOWERS) {
        const at = onTheWay(layout, tower, routing, plane.now[tower], scene.forward);
        canvas.face(props.pictures[tower], around(at, 26), 1 - scene.forward ** 4, 6);
      }
  }

  update(first);
  return {
    update,
    dispose() {
      behind.remove();
      front.remove();
      canvas.remove();
    },
  };
}

type Canvas = ReturnType<typeof createSiameseCanvas>;

const around = ({ x, y }: Point, side: number): Box => ({
  x: x - side / 2,
  y: y - side / 2,
  width: side,
  height: side,
});

const nothing: SiameseMarks = { areas: [], dots: [], fills: [], frames: [], lines: [], strokes: [] };

function grounds({ plane, closeUp }: SiameseLayout, palette: Palette): SiameseMarks {
  const ground = { fill: palette.blank, opacity: 0.75, radius: 10 };
  return {
    ...nothing,
    fills: [{ ...plane, ...ground }, ...(closeUp ? [{ ...closeUp, ...ground }] : [])],
  };
}

/** Which mark is whose, below the close-up. */
function legend(box: Box, names: readonly string[], palette: Palette, accent: string): SiameseMarks {
  const x = box.x + 6;
  const rows = names.map((text, index) => ({ text, y: box.y + box.height + 24 + index * 22 }));
  return {
    ...nothing,
    dots: rows.map(({ y }, index) => ({
      ...{ x, y: y - 4.5, radius: 4, stroke: accent, opacity: 1 },
      fill: index === 0 ? accent : palette.card,
      width: index === 0 ? 1 : 1.8,
    })),
    lines: rows.map(({ text, y }) => ({ text, x: x + 12, y, fill: palette.muted, opacity: 1 })),
  };
}

/** Beads on the threads: forward beyond the towers, backward all the way. */
function travellers(
  layout: SiameseLayout,
  { forward, backward }: SiameseScene,
  routing: number,
  now: readonly [Point, Point] | null,
  accent: string,
): SiameseMarks {
  const way = forward !== null ? (forward >= 1 ? forward : null) : backward !== null ? 2 - backward : null;
  if (way === null || way <= 0.02 || !now) return nothing;
  return {
    ...nothing,
    dots: TOWERS.map((tower) => ({
      ...onTheWay(layout, tower, routing, now[tower], way),
      ...{ radius: 4.5, fill: accent, stroke: accent, width: 0, opacity: 0.9 },
    })),
  };
}

function outlines(
  part: SiamesePart | null,
  { outlined }: SiameseScene,
  layout: SiameseLayout,
  network: 'shared' | 'independent',
  { ink }: Palette,
): SiameseMarks {
  const boxes = [part, outlined].flatMap((name) => (name ? boxesOfPart(name, layout, network) : []));
  return {
    ...nothing,
    frames: boxes.map((box) => ({
      ...outlineOf(box),
      ...{ stroke: ink, thickness: 2, radius: 10, opacity: 1 },
    })),
  };
}

function drawTowers(
  canvas: Canvas,
  picture: TowerPicture,
  layout: SiameseLayout,
  routing: number,
  opacity: number,
  { kernelMix }: SiameseScene,
  name: string,
): void {
  if (picture.source === 'unread') return;
  const { units, groups } = picture;
  const { before, after } = learnedOf(picture);
  for (const tower of groups === 1 && routing === 0 ? [TOWERS[0]] : TOWERS)
    for (let unit = 0; unit < Math.min(TILES_SHOWN, units); unit++) {
      const box = towerTile(towerBox(layout, tower, routing), unit);
      const row = (groups === 1 ? 0 : tower) * units + unit;
      if (kernelMix < 1) canvas.tile(`${name} before`, before, row, box, opacity, after);
      if (kernelMix > 0) canvas.tile(`${name} after`, after, row, box, kernelMix < 1 ? kernelMix : opacity);
    }
}

function drawGradients(
  canvas: Canvas,
  picture: TowerPicture,
  layout: SiameseLayout,
  scene: SiameseScene,
  opacity: number,
): void {
  if (!hasGradients(picture.source)) return;
  const { ledger } = layout;
  const { tiles, units, groups } = picture;
  const shared = groups === 1;
  const sum = towerSumOf(picture).sum;
  for (let unit = 0; unit < Math.min(TILES_SHOWN, units); unit++) {
    const inSum = rowTile(ledger.sum, ledger, unit);
    for (const tower of TOWERS) {
      const home = rowTile(ledger.groups[tower], ledger, unit);
      const row = tower * units + unit;
      canvas.tile('tiles', tiles, row, home, scene.tiles * opacity);
      if (scene.toSum > 0 && scene.toSum < 1)
        canvas.tile('tiles', tiles, row, moved(home, inSum, scene.toSum), 0.85);
      if (!shared && scene.toTower > 0 && scene.toTower < 1)
        canvas.tile(
          'tiles',
          tiles,
          row,
          risen(layout, tower, 1, unit, scene.toTower),
          1 - scene.toTower ** 3,
        );
    }
    if (!shared) continue;
    canvas.tile('sum', sum, unit, inSum, scene.sum * opacity, tiles);
    if (scene.toTower > 0 && scene.toTower < 1)
      canvas.tile('sum', sum, unit, risen(layout, 0, 0, unit, scene.toTower), 1 - scene.toTower ** 3, tiles);
  }
}

const mix = (from: number, to: number, part: number) => from + (to - from) * part;

const moved = (from: Box, to: Box, part: number): Box => ({
  ...from,
  x: mix(from.x, to.x, part),
  y: mix(from.y, to.y, part),
});

/** A tile on its way along its thread: it leaves the row in line and arrives two by two. */
function risen(layout: SiameseLayout, tower: 0 | 1, routing: number, unit: number, part: number): Box {
  const at = pointOnThread(updateThread(layout, tower, routing), part);
  const { tile } = layout.ledger;
  const inLine = (unit - 1.5) * (tile + 3) * (1 - part);
  return { x: at.x + inLine - tile / 2, y: at.y - tile, width: tile, height: tile };
}
