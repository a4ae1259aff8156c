/** The contents of a data file by the kind of data it is of. */
import type { DataSpec } from '../../spec/experiment-spec';
import { EngineError } from '../engine-error';
import { type Digits, decodeDigits } from './digit-file';
import { decodeFaces, type Faces } from './face-file';
import { decodeWords, type Words } from './word-file';

export type DataContent =
  | { readonly kind: 'digits'; readonly digits: Digits }
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'pairs'; readonly faces: Faces }
  /** Made from the seed: there is no file. */
  | { readonly kind: 'symbols' | 'sines' };

/** bytes: of the unpacked file; null where there is none. Throws EngineError `data-failed` when they are not whole. */
export function decodeData(kind: DataSpec['kind'], bytes: Uint8Array | null): DataContent {
  if (kind === 'symbols' || kind === 'sines') return { kind };
  if (!bytes) throw new EngineError('data-failed', `There is no file of ${kind}.`);
  switch (kind) {
    case 'digits':
    case 'canvas':
    case 'tasks':
    case 'new-digits':
      return { kind: 'digits', digits: decodeDigits(bytes) };
    case 'words':
      return { kind, words: decodeWords(bytes) };
    case 'pairs':
      return { kind, faces: decodeFaces(bytes) };
    default:
      return kind satisfies never;
  }
}
