/** What the parts of a picture of the page have in common: where it is drawn, and how a shape is made. */

export const SVG = 'http://www.w3.org/2000/svg';

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Drawing = {
  readonly document: Document;
  /** Where the picture's corner is on the page. */
  readonly left: number;
  readonly top: number;
  /** Font families that texts ask for. */
  readonly families: Set<string>;
  /** All that is written. */
  text: string;
  clips: number;
};

/** An SVG element with these attributes; numbers to a hundredth of a pixel. */
export function make(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
): Element {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes))
    if (key !== 'xmlns')
      element.setAttribute(key, typeof value === 'number' ? String(Math.round(100 * value) / 100) : value);
  return element;
}
