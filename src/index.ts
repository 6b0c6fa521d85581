/**
 * The library without side effects, importable in Node: classes, events, configuration, the `Backend` port
 * and the domain types. `hn-widgets/define` registers the tags.
 */
export type * from './backend/backend.js';
export * from './backend/errors.js';
export type * from './backend/types.js';
export { configure, registerBackend } from './care/registry.js';
export type { BackendFactory, BackendSettings, GetToken, PageConfiguration } from './care/registry.js';
export { define } from './define/define-all.js';
export type { DefineOptions } from './define/define-element.js';
export * from './elements/appointments/appointments.events.js';
export { HnAppointmentsElement } from './elements/appointments/appointments.js';
export { HnConfigElement } from './elements/config/config.js';
export * from './elements/contacts/contacts.events.js';
export { HnContactsElement } from './elements/contacts/contacts.js';
export * from './elements/events.js';
export * from './elements/inbox/inbox.events.js';
export { HnInboxElement } from './elements/inbox/inbox.js';
export * from './elements/notify-settings/notify-settings.events.js';
export { HnNotifySettingsElement } from './elements/notify-settings/notify-settings.js';
export * from './elements/proxy-picker/proxy-picker.events.js';
export { HnProxyPickerElement } from './elements/proxy-picker/proxy-picker.js';
export { VERSION } from './version.js';
