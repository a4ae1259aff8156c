/** The message catalogue in force, for every React component. */
import { createContext, useContext } from 'react';
import { catalogue } from '../i18n/catalogue';
import type { Messages } from '../i18n/messages';

export const MessagesContext = createContext<Messages>(catalogue);

export const useMessages = (): Messages => useContext(MessagesContext);
