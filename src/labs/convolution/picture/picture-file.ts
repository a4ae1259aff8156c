/**
 * Is this file a picture that we read? Told by its bytes, never by its name: signature, size, dimensions in the
 * header, and whether the end is there. Nothing is decoded here.
 */
import { imageDimensionsFromData } from 'image-dimensions';

export type PictureType = 'png' | 'jpeg' | 'gif' | 'webp';

export type PictureProblem =
  | 'empty'
  | 'tooLarge'
  | 'svg'
  | 'text'
  | 'notAPicture'
  | 'truncated'
  | 'tooWide'
  | 'unreadable'
  | 'blank';

export type CheckedPicture =
  | { readonly kind: 'good'; readonly type: PictureType; readonly width: number; readonly height: number }
  | { readonly kind: 'bad'; readonly problem: PictureProblem };

/** Largest file, in bytes. */
export const MOST_BYTES = 10_000_000;
/** Longest side, in pixels. */
export const LONGEST_SIDE = 8000;

const bad = (problem: PictureProblem): CheckedPicture => ({ kind: 'bad', problem });

/** Before reading: what its size alone says against a file, or null. */
export function sizeProblem(bytes: number): PictureProblem | null {
  if (bytes === 0) return 'empty';
  return bytes > MOST_BYTES ? 'tooLarge' : null;
}

export function checkPicture(bytes: Uint8Array): CheckedPicture {
  const wrongSize = sizeProblem(bytes.length);
  if (wrongSize) return bad(wrongSize);
  const type = pictureType(bytes);
  if (!type) return bad(notPicture(bytes));
  let found: ReturnType<typeof imageDimensionsFromData>;
  try {
    found = imageDimensionsFromData(bytes);
  } catch {
    found = undefined;
  }
  if (!found || !(found.width > 0) || !(found.height > 0))
    return bad(isComplete(bytes, type) ? 'unreadable' : 'truncated');
  if (Math.max(found.width, found.height) > LONGEST_SIDE) return bad('tooWide');
  if (!isComplete(bytes, type)) return bad('truncated');
  return { kind: 'good', type, width: found.width, height: found.height };
}

const startsWith = (bytes: Uint8Array, signature: readonly number[], from = 0) =>
  signature.every((byte, index) => bytes[from + index] === byte);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** The type by its signature, or null for anything that we do not read. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, ascii('GIF87a')) || startsWith(bytes, ascii('GIF89a'))) return 'gif';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBP'), 8)) return 'webp';
  return null;
}

function notPicture(bytes: Uint8Array): PictureProblem {
  const start = bytes.subarray(0, 4096);
  if (start.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return 'notAPicture';
  const text = new TextDecoder().decode(start);
  if (text.includes('\ufffd')) return 'notAPicture';
  return /<svg[\s>]/i.test(text) ? 'svg' : 'text';
}

/** Whether the file ends as its type demands; bytes after that end are let pass. */
function isComplete(bytes: Uint8Array, type: PictureType): boolean {
  switch (type) {
    case 'png':
      return lastIndexOf(bytes, ascii('IEND')) >= 0;
    case 'jpeg':
      return lastIndexOf(bytes, [0xff, 0xd9]) > 2;
    case 'gif':
      return bytes.lastIndexOf(0x3b) > 12;
    case 'webp': {
      const declared = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
      return bytes.length >= declared + 8;
    }
    default:
      return type satisfies never;
  }
}

function lastIndexOf(bytes: Uint8Array, pattern: readonly number[]): number {
  let at = bytes.length - pattern.length;
  while (at >= 0 && !startsWith(bytes, pattern, at)) at -= 1;
  return at;
}
