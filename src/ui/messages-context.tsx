/** The message catalogue in force, for every React component. */
import { createContext, useContext } from 'react';
import { en } from '../i18n/en';
import type { Messages } from '../i18n/messages';

export const MessagesContext = createContext<Messages>(en);

export const useMessages = (): Messages => useContext(MessagesContext);
