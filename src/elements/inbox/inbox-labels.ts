import { msg } from '../../i18n/index.js';

/** Words that stand in several places of the inbox, so that each text stands once. */
export const backLabel = (): string => msg('Tilbake til meldingene', { id: 'inbox.back' });
export const seenLabel = (): string => msg('Hvem har sett', { id: 'inbox.seen' });
