/** The texts of this floor. They come with the dialog, so that no first load carries them. */
import { embed } from '../i18n/en/embed';

export const useEmbedMessages = (): typeof embed => embed;
