/** What a card says of a step whose gradients are not known. */
import { whole } from '../../i18n/format';
import type { Messages } from '../../i18n/messages';
import { hasGradients, type PictureSource } from '../../views/ledger-picture';

/** Null where the gradients are known. */
export function unknownLine(
  { source, step }: { readonly source: PictureSource; readonly step: number },
  words: Messages['training'],
): string | null {
  if (hasGradients(source)) return null;
  return source === 'kernels' ? words.kernelsLine(whole(step)) : words.unreadLine;
}
