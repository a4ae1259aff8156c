/**
 * From a chosen file to 28x28 pixels of ink, or a reason why not. The browser decodes (first frame of a moving
 * picture); everything else is arithmetic, so that it runs without a browser too.
 */
import { fittedToCanvas, inkFromLight } from '../../../math/fit-image';
import { checkPicture, type PictureProblem, type PictureType, sizeProblem } from './picture-file';

export type ReadPicture =
  | { readonly kind: 'good' /** [28, 28], 0 (paper) to 1 (ink) */; readonly pixels: Float32Array }
  | { readonly kind: 'bad'; readonly problem: PictureProblem };

/** Decoded pixels, four bytes each: red, green, blue, opacity. */
export type Rgba = {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
};

export type Decode = (
  bytes: Uint8Array<ArrayBuffer>,
  type: PictureType,
  width: number,
  height: number,
) => Promise<Rgba>;

const bad = (problem: PictureProblem): ReadPicture => ({ kind: 'bad', problem });

/** Never rejects. */
export async function readPicture(file: Blob, decode: Decode = decodeInBrowser): Promise<ReadPicture> {
  const wrongSize = sizeProblem(file.size);
  if (wrongSize) return bad(wrongSize);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const checked = checkPicture(bytes);
    if (checked.kind === 'bad') return checked;
    return inkOf(await decode(bytes, checked.type, checked.width, checked.height));
  } catch {
    return bad('unreadable');
  }
}

/** Ink fainter than this counts as paper: shadows, grain, compression noise. */
const PAPER = 0.25;
/** Ink stronger than this counts as full. */
const FULL = 0.75;

/** What of a decoded picture is ink, fitted to the canvas as the MNIST digits are. */
export function inkOf({ width, height, data }: Rgba): ReadPicture {
  const light = new Float32Array(width * height);
  for (let pixel = 0; pixel < light.length; pixel++) {
    const [red, green, blue, opacity] = [0, 1, 2, 3].map((part) => (data[pixel * 4 + part] ?? 0) / 255);
    const gray = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
    light[pixel] = 1 + (gray - 1) * (opacity ?? 1);
  }
  const found = inkFromLight(light, height, width);
  if (found.kind === 'blank') return bad('blank');
  const clean = found.ink.map((ink) => Math.max(0, Math.min(1, (ink - PAPER) / (FULL - PAPER))));
  const fitted = fittedToCanvas(clean, height, width);
  return fitted.kind === 'fitted' ? { kind: 'good', pixels: fitted.pixels } : bad('blank');
}

/** Longest side that is decoded; more would not show on 28 pixels. */
const DECODED_SIDE = 448;

async function decodeInBrowser(
  bytes: Uint8Array<ArrayBuffer>,
  type: PictureType,
  width: number,
  height: number,
): Promise<Rgba> {
  // One side only: the other follows, also where the camera turned the picture.
  const resize =
    Math.max(width, height) <= DECODED_SIDE
      ? {}
      : width >= height
        ? { resizeWidth: DECODED_SIDE, resizeQuality: 'high' as const }
        : { resizeHeight: DECODED_SIDE, resizeQuality: 'high' as const };
  const bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${type}` }), resize);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas to read the picture with.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
