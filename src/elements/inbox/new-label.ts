import { msg } from '../../i18n/index.js';

/** The way to a new conversation. */
export const newLabel = (): string => msg('Ny melding', { id: 'common.newMessage' });
