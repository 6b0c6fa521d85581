import { msg } from '../i18n/index.js';

/** What stands in the help row, and elsewhere on the way in and out. */
export const logOutLabel = (): string => msg('Logg ut', { id: 'common.logout' });
export const termsLabel = (): string => msg('Bruksvilkår', { id: 'common.terms' });
