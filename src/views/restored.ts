import { html, type TemplateResult } from 'lit/html.js';
import { msg } from '../i18n/index.js';
import { notice } from './notice.js';

/** What was begun on an earlier visit is here again. */
export const restoredNotice = (): TemplateResult =>
  notice('info', html`<p>${msg('Vi har tatt vare på det du skrev sist.', { id: 'composer.restored' })}</p>`);
