/** Registers `<hn-notify-settings>`. */
import { HnNotifySettingsElement } from '../elements/notify-settings/notify-settings.js';
import { defineElement } from './define-element.js';

defineElement('hn-notify-settings', HnNotifySettingsElement);

export { HnNotifySettingsElement };
