/**
 * The pictures of a sweep in one: an SVG that stands alone, drawn with the fonts of whoever opens it, and a PNG made
 * from it. Sizes in CSS pixels.
 */
const FONT = 'Inter, Helvetica, Arial, sans-serif';
const SPACE = 24;
const LINE = 22;
/** More than a character of a heading takes, in any of the fonts. */
const CHARACTER = 8.5;
/** Pixels of the PNG for one of the SVG. */
const SCALE = 2;

export type SweepPicture = { readonly text: string; readonly width: number; readonly height: number };

const numberOf = (svg: Element, name: string) => Number(svg.getAttribute(name)) || 0;

/** `pictures` below each other, under these lines. They are copied. */
export function sweepSvg(
  pictures: readonly Element[],
  { lines, paper, ink }: { readonly lines: readonly string[]; readonly paper: string; readonly ink: string },
): SweepPicture {
  const document = pictures[0]?.ownerDocument ?? globalThis.document;
  const element = (name: string, attributes: Readonly<Record<string, string | number>>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  const widths = pictures.map((svg) => numberOf(svg, 'width'));
  const width =
    2 * SPACE + Math.max(0, ...widths, ...lines.map((line) => Math.ceil(line.length * CHARACTER)));
  let y = SPACE + lines.length * LINE + LINE / 2;
  const parts = pictures.map((svg) => {
    const copy = svg.cloneNode(true) as Element;
    copy.setAttribute('x', String(SPACE));
    // Texts in another font may be wider than was reckoned.
    copy.setAttribute('overflow', 'visible');
    copy.setAttribute('y', String(y));
    y += numberOf(svg, 'height') + SPACE;
    return copy;
  });
  const headings = lines.map((line, at) => {
    const weight = at === 0 ? 600 : 400;
    const font = { 'font-family': FONT, 'font-size': 14, 'font-weight': weight };
    const heading = element('text', { x: SPACE, y: SPACE + 14 + at * LINE, fill: ink, ...font });
    heading.textContent = line;
    return heading;
  });
  const whole = element('svg', { width, height: y, viewBox: `0 0 ${width} ${y}` });
  whole.append(element('rect', { width, height: y, fill: paper }), ...headings, ...parts);
  return { text: new XMLSerializer().serializeToString(whole), width, height: y };
}

/** Rejects where the browser makes no picture of it. */
export async function pngOf({ text, width, height }: SweepPicture): Promise<Blob> {
  const image = document.createElement('img');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error(`no picture of ${canvas.width} by ${canvas.height} pixels`);
  return blob;
}
