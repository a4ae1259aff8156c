/**
 * A picture of an element as it stands, as a data URL: an SVG that needs nothing from outside (colours computed,
 * fonts and canvases inside), or a PNG drawn from that SVG, which therefore cannot taint its canvas.
 * Stands alone: neither lab nor frame API is needed.
 */
import type { ImageFormat } from '../spec/frame-messages';
import { fontStyles } from './picture-fonts';
import { drawPicture, serialize } from './picture-of-page';

/** Rejects where the element has no size, or the browser will not make a picture of that many pixels. */
export async function exportImage(
  element: Element,
  picture: { readonly format: ImageFormat; readonly scale: number },
): Promise<string> {
  const drawn = drawPicture(element);
  drawn.addStyle(await fontStyles(element.ownerDocument, drawn.families, drawn.text));
  const svgUrl = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(serialize(drawn.svg))}`;
  if (picture.format === 'svg') return svgUrl;
  return rasterized(element.ownerDocument, svgUrl, {
    width: Math.round(drawn.width * picture.scale),
    height: Math.round(drawn.height * picture.scale),
  });
}

async function rasterized(
  document: Document,
  svgUrl: string,
  size: { readonly width: number; readonly height: number },
): Promise<string> {
  const image = document.createElement('img');
  image.src = svgUrl;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0, size.width, size.height);
  const url = canvas.toDataURL('image/png');
  // What a browser gives for more pixels than it can hold.
  if (!context || url === 'data:,') throw new Error(`no picture of ${size.width} by ${size.height} pixels`);
  return url;
}
