/** What a Learn card says where it has no gradients to show. */
import { whole } from '../../../i18n/format';
import type { Messages } from '../../../i18n/messages';
import { hasGradients } from '../../../views/ledger-picture';
import type { LearnPicture } from './learn-pictures';

/** Null where the gradients are known. */
export function unknownLine({ source, step }: LearnPicture, words: Messages['learn']): string | null {
  if (hasGradients(source)) return null;
  return source === 'kernels' ? words.kernelsLine(whole(step)) : words.unreadLine;
}
