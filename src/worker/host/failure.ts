/** From an exception to a failure code. Errors of the engine may carry their own `code`. */
import type { FailureCode } from '../messages';

const CODES: readonly FailureCode[] = [
  'context-lost',
  'diverged',
  'bad-message',
  'data-failed',
  'worker-failed',
];

/** The code an error carries, else `otherwise`. */
export function failureCodeOf(error: unknown, otherwise: FailureCode): FailureCode {
  if (typeof error !== 'object' || error === null || !('code' in error)) return otherwise;
  return CODES.find((code) => code === error.code) ?? otherwise;
}

export function detailOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
