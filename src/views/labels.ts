import { msg } from '../i18n/index.js';

/** Words that stand on more than one button, so that each text stands once. */
export const logInLabel = (): string => msg('Logg inn', { id: 'common.login' });
export const retryLabel = (): string => msg('Prøv igjen', { id: 'common.retry' });
export const closeLabel = (): string => msg('Lukk', { id: 'common.close' });
export const cancelLabel = (): string => msg('Avbryt', { id: 'common.cancel' });
export const staleWords = (): string =>
  msg('Vi får ikke hentet noe nytt nå. Det du ser, kan være gammelt.', { id: 'common.stale' });
