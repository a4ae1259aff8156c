/**
 * The still picture for where no script may run (public/still.svg, shown by index.html): the kernel of act Slide
 * half-way across a digit. Draws what it is given; still-picture.test.ts gives it the app's own numbers.
 */

const IMAGE = { x: 20, y: 30, cell: 8.5 };
const KERNEL = { x: 300, y: 105, cell: 18 };
const MAP = { x: 432, y: 58, cell: 13 };

/** Colours by role, as in ui/tokens.css. */
export type Colours = Readonly<Record<'ink' | 'blank' | 'zero' | 'positive' | 'negative' | 'shared', string>>;

export type StillNumbers = {
  /** 28x28, 0 (paper) to 1 (ink). */
  readonly pixels: ArrayLike<number>;
  /** 5x5, row by row. */
  readonly kernel: ArrayLike<number>;
  /** 14x14. */
  readonly outputs: ArrayLike<number>;
  /** Position of the window, 0-based. */
  readonly site: number;
  readonly stride: number;
  /** Rows and columns of zeros before the image. */
  readonly before: number;
  readonly light: Colours;
  readonly dark: Colours;
};

type Box = { readonly x: number; readonly y: number; readonly cell: number };

const number = (value: number) => String(Math.round(value * 100) / 100);

/** Cells of a grid, -1 to 1, as one path for each of fifteen strengths, so that the picture stays small. */
function cells(
  values: ArrayLike<number>,
  columns: number,
  { x, y, cell }: Box,
  positive = 'ink',
  negative = 'ink',
): string[] {
  const paths = new Map<string, string[]>();
  for (let at = 0; at < values.length; at++) {
    const level = Math.round((values[at] ?? 0) * 15);
    if (level === 0) continue;
    const kind = `${level > 0 ? positive : negative} ${Math.abs(level)}`;
    const left = x + (at % columns) * cell;
    const top = y + Math.floor(at / columns) * cell;
    const square = `M${number(left)} ${number(top)}h${number(cell)}v${number(cell)}h${number(-cell)}z`;
    paths.set(kind, [...(paths.get(kind) ?? []), square]);
  }
  return [...paths.entries()].sort().map(([kind, squares]) => {
    const [name, level] = kind.split(' ');
    return `<path class="${name}" fill-opacity="${number(Number(level) / 15)}" d="${squares.join('')}"/>`;
  });
}

/** Divided by the largest of them, regardless of sign. */
function scaled(values: ArrayLike<number>): number[] {
  const all = Array.from(values);
  const largest = Math.max(...all.map(Math.abs)) || 1;
  return all.map((value) => value / largest);
}

const square = (name: string, x: number, y: number, side: number) =>
  `<rect class="${name}" x="${number(x)}" y="${number(y)}" width="${number(side)}" height="${number(side)}"/>`;

const style = (palette: Colours) =>
  [
    `.ink{fill:${palette.ink}}`,
    `.blank{fill:${palette.blank}}`,
    `.zero{fill:${palette.zero}}`,
    `.positive{fill:${palette.positive}}`,
    `.negative{fill:${palette.negative}}`,
    `.frame{fill:none;stroke:${palette.shared};stroke-width:2.5}`,
    `.thread{fill:none;stroke:${palette.shared};stroke-width:1.2;opacity:.55}`,
  ].join('');

export function drawStill(numbers: StillNumbers): string {
  const { pixels, kernel, outputs, site, stride, before, light, dark } = numbers;
  const columns = Math.sqrt(outputs.length);
  const row = Math.floor(site / columns);
  const column = site % columns;
  const window = {
    x: IMAGE.x + (column * stride - before) * IMAGE.cell,
    y: IMAGE.y + (row * stride - before) * IMAGE.cell,
    side: 5 * IMAGE.cell,
  };
  const cell = { x: MAP.x + column * MAP.cell, y: MAP.y + row * MAP.cell, side: MAP.cell };
  const kernelSide = 5 * KERNEL.cell;
  const threads = [0, 1].map((end) => {
    const from = `${number(window.x + window.side)} ${number(window.y + end * window.side)}`;
    const to = `${KERNEL.x} ${KERNEL.y + end * kernelSide}`;
    return `<path class="thread" d="M${from}L${to}"/>`;
  });
  const out = [0, 1].map((end) => {
    const from = `${KERNEL.x + kernelSide} ${KERNEL.y + end * kernelSide}`;
    return `<path class="thread" d="M${from}L${number(cell.x)} ${number(cell.y + end * cell.side)}"/>`;
  });
  const made = scaled(outputs).map((value, at) => (at <= site ? Math.max(0, value) : 0));
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300">',
    '<title>A kernel half-way across a handwritten digit</title>',
    `<style>${style(light)}@media(prefers-color-scheme:dark){${style(dark)}}</style>`,
    square('blank', IMAGE.x, IMAGE.y, 28 * IMAGE.cell),
    ...cells(pixels, 28, IMAGE),
    square('blank', MAP.x, MAP.y, columns * MAP.cell),
    ...cells(made, columns, MAP),
    ...threads,
    ...out,
    square('zero', KERNEL.x, KERNEL.y, kernelSide),
    ...cells(scaled(kernel), 5, KERNEL, 'positive', 'negative'),
    square('frame', KERNEL.x, KERNEL.y, kernelSide),
    square('frame', window.x, window.y, window.side),
    square('frame', cell.x, cell.y, cell.side),
    '</svg>',
    '',
  ].join('\n');
}
