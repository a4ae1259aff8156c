/**
 * The plane and its close-up as marks: the sample people as dots on a ground of their own, the chosen pair with its
 * letters and distance. Tower A's points are filled; tower B's are rings where they are others.
 */
import { decimal } from '../i18n/format';
import type { Messages } from '../i18n/messages';
import type { ChosenPair, Embedding } from './embedding';
import { facePlaces, type PlaneScale, planeScale } from './embedding-plane';
import type { Box } from './learn-layout';
import type { Line, Stroke } from './learn-marks';
import type { Palette } from './palette';
import type { Area, Dot, SiameseMarks } from './siamese-marks';
import type { Point } from './sum-threads';

export type PlanePicture = {
  readonly scale: PlaneScale;
  /** [samples] tower A's and tower B's point of each in the box: one and the same for one tower and one kind. */
  readonly samples: readonly (readonly [Point, Point])[];
  /** Middle of the small face of each person. */
  readonly faces: readonly Point[];
  readonly faceSide: number;
  /** The chosen pair as it stands, or null. */
  readonly now: readonly [Point, Point] | null;
};

type Placing = {
  readonly embedding: Embedding;
  readonly box: Box;
  readonly picturesOfPerson: number;
};

const known = new WeakMap<Float32Array, { readonly key: string; readonly picture: PlanePicture }>();

/** Where everything on the plane lies. Worked out once for the same points, pair and box. */
export function planePicture({ embedding, box, picturesOfPerson }: Placing): PlanePicture {
  const { points, pair } = embedding;
  const chosen = pair ? pair.now.flatMap(({ x, y }) => [x, y]) : [];
  const key = `${JSON.stringify(box)} ${chosen.join()}`;
  const before = known.get(points);
  if (before?.key === key) return before.picture;
  const scale = planeScale([...points, ...chosen], box);
  const at = (index: number) => scale.toBox(points[index] as number, points[index + 1] as number);
  const samples = Array.from({ length: points.length / 4 }, (_, sample) => {
    const first = at(sample * 4);
    return [first, at(sample * 4 + 2)] as const;
  });
  const people = Array.from({ length: samples.length / picturesOfPerson }, (_, person) =>
    samples.slice(person * picturesOfPerson, (person + 1) * picturesOfPerson),
  );
  const faceSide = Math.max(22, Math.min(34, Math.round(box.width * 0.1)));
  const picture = {
    scale,
    samples,
    faces: facePlaces(
      people.map((person) => person.flat()),
      faceSide,
      box,
    ),
    faceSide,
    now: pair && ([inBox(scale, pair.now[0]), inBox(scale, pair.now[1])] as const),
  };
  known.set(points, { key, picture });
  return picture;
}

const inBox = (scale: PlaneScale, { x, y }: Point) => scale.toBox(x, y);
const fixed = (value: number) => value.toFixed(1);

type PlaneProps = {
  readonly picture: PlanePicture;
  readonly picturesOfPerson: number;
  readonly towers: 1 | 2;
  readonly palette: Palette;
  readonly accent: string;
  readonly opacity: number;
  /** Letter of the picture in front, and of the other. */
  readonly letters: readonly [string, string];
};

export function planeMarks(props: PlaneProps): SiameseMarks {
  const { picture, picturesOfPerson, towers, palette, accent, opacity } = props;
  const { samples, now } = picture;
  const areas: Area[] = [];
  const dots: Dot[] = [];
  const lines: Line[] = [];
  const strokes: Stroke[] = [];
  for (let first = 0; first < samples.length; first += picturesOfPerson) {
    const person = samples.slice(first, first + picturesOfPerson).flat();
    const face = picture.faces[first / picturesOfPerson];
    const nearest = face && nearestTo(face, person);
    if (face && nearest && Math.hypot(nearest.x - face.x, nearest.y - face.y) > picture.faceSide * 0.75)
      strokes.push({
        d: link([face, nearest]),
        stroke: palette.muted,
        dash: null,
        opacity: 0.45 * opacity,
        width: 1,
      });
    areas.push({
      d: `M${person.map(({ x, y }) => `${fixed(x)},${fixed(y)}`).join('L')}Z`,
      color: accent,
      opacity: 0.14 * opacity,
    });
  }
  for (const [a, b] of samples) {
    dots.push({ ...a, radius: 2.6, fill: accent, stroke: palette.card, width: 0.8, opacity });
    if (towers === 2 || Math.hypot(a.x - b.x, a.y - b.y) > 0.5)
      dots.push({ ...b, radius: 2.6, fill: palette.card, stroke: accent, width: 1.3, opacity });
  }
  if (now) {
    strokes.push({ d: link(now), stroke: palette.ink, dash: null, opacity, width: 1.4 });
    dots.push(...pairDots(now, towers, palette, accent, opacity));
    lines.push(...pairLetters(now, props.letters, towers, palette, opacity));
  }
  return { areas, dots, lines, strokes, fills: [], frames: [] };
}

const nearestTo = (from: Point, points: readonly Point[]): Point | undefined =>
  [...points].sort(
    (a, b) => Math.hypot(a.x - from.x, a.y - from.y) - Math.hypot(b.x - from.x, b.y - from.y),
  )[0];

const link = ([from, to]: readonly [Point, Point]) =>
  `M${fixed(from.x)},${fixed(from.y)}L${fixed(to.x)},${fixed(to.y)}`;

/** The two points of a pair, large enough for their letters. */
function pairDots(
  [a, b]: readonly [Point, Point],
  towers: 1 | 2,
  palette: Palette,
  accent: string,
  opacity: number,
): readonly Dot[] {
  const filled = { radius: 8.5, fill: accent, stroke: palette.card, width: 1.5, opacity };
  const ring = { radius: 8, fill: palette.card, stroke: accent, width: 2.2, opacity };
  return [
    { ...a, ...(towers === 2 ? filled : ring) },
    { ...b, ...ring },
  ];
}

function pairLetters(
  [a, b]: readonly [Point, Point],
  letters: readonly [string, string],
  towers: 1 | 2,
  { card, ink }: Palette,
  opacity: number,
): readonly Line[] {
  const inside = ({ x, y }: Point, text: string, fill: string): Line => ({
    ...{ text, x, y: y + 4, fill, opacity, weight: 700, size: 12, anchor: 'middle' },
  });
  // Where one point covers the other, so does its letter.
  const apart = Math.hypot(b.x - a.x, b.y - a.y) > 11;
  return [
    ...(apart ? [inside(a, letters[0], towers === 2 ? card : ink)] : []),
    inside(b, apart ? letters[1] : '', ink),
  ];
}

/**
 * The pair alone, enlarged; with two towers also where the pictures lie with each other's tower, which makes another
 * distance. All points as they lie in the plane.
 */
export function closeUpMarks(props: {
  readonly box: Box;
  readonly pair: ChosenPair;
  readonly swapped: boolean;
  readonly towers: 1 | 2;
  readonly palette: Palette;
  readonly words: Messages['siameseLab'];
  readonly accent: string;
  readonly opacity: number;
  readonly letters: readonly [string, string];
}): SiameseMarks {
  const { box, pair, towers, palette, accent, opacity, letters, words } = props;
  const [now, other] = props.swapped ? [pair.ba, pair.ab] : [pair.ab, pair.ba];
  const segments = towers === 2 ? [pair.swapped, pair.now] : [pair.now];
  const foot = towers === 2 ? 58 : 42;
  const inner = { ...box, y: box.y + 2, height: box.height - foot };
  const scale = planeScale(
    segments.flatMap((segment) => segment.flatMap(({ x, y }) => [x, y])),
    inner,
  );
  const marks = segments.map((segment): SiameseMarks => {
    const isNow = segment === pair.now;
    const ends = [inBox(scale, segment[0]), inBox(scale, segment[1])] as const;
    const order = isNow ? letters : ([letters[1], letters[0]] as const);
    const strength = isNow ? opacity : 0.5 * opacity;
    const stroke = { stroke: palette.ink, dash: isNow ? null : '3 3', opacity: strength, width: 1.3 };
    return {
      ...{ areas: [], fills: [], frames: [] },
      strokes: [{ d: link(ends), ...stroke }],
      dots: pairDots(ends, towers, palette, accent, strength),
      lines: pairLetters(ends, order, towers, palette, strength),
    };
  });
  const note = (text: string, up: number, more: Partial<Line> = {}): Line => ({
    ...{ text, x: box.x + box.width / 2, y: box.y + box.height - up, anchor: 'middle', opacity },
    ...{ fill: palette.muted, size: 12, ...more },
  });
  return {
    ...{ areas: [], fills: [], frames: [] },
    strokes: marks.flatMap(({ strokes }) => strokes),
    dots: marks.flatMap(({ dots }) => dots),
    lines: [
      ...marks.flatMap(({ lines }) => lines),
      note(decimal(now), foot - 16, { fill: palette.ink, size: 13, weight: 650 }),
      ...(towers === 2 ? [note(words.swappedDistance(decimal(other)), 26)] : []),
      note(words.closeUp, 9),
    ],
  };
}
