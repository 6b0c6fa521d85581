import { HnAppointmentsElement } from '../elements/appointments/appointments.js';
import { HnConfigElement } from '../elements/config/config.js';
import { HnContactsElement } from '../elements/contacts/contacts.js';
import { HnInboxElement } from '../elements/inbox/inbox.js';
import { HnNotifySettingsElement } from '../elements/notify-settings/notify-settings.js';
import { HnProxyPickerElement } from '../elements/proxy-picker/proxy-picker.js';
import { defineElement, type DefineOptions } from './define-element.js';

/**
 * Registers every public tag; with `define({ suffix: '-v2' })` as `hn-contacts-v2` and so on, beside another
 * version of the library.
 */
export function define(options?: DefineOptions): void {
  // The provider first: a widget then finds it at once.
  defineElement('hn-config', HnConfigElement, options);
  defineElement('hn-contacts', HnContactsElement, options);
  defineElement('hn-appointments', HnAppointmentsElement, options);
  defineElement('hn-inbox', HnInboxElement, options);
  defineElement('hn-proxy-picker', HnProxyPickerElement, options);
  defineElement('hn-notify-settings', HnNotifySettingsElement, options);
}
