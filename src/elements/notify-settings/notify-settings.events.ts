/** Every event bubbles and leaves the shadow root. None carries an address or a choice. */
const SPREAD = { bubbles: true, composed: true };

/** Settings are about to be saved, or an address is about to be removed. Prevent it to keep it unsaved. */
export class HnBeforeSettingsSaveEvent extends Event {
  constructor() {
    super('hn-before-settings-save', { ...SPREAD, cancelable: true });
  }
}

/** Settings have been saved, or an address has been confirmed or removed. */
export class HnSettingsSavedEvent extends Event {
  constructor() {
    super('hn-settings-saved', SPREAD);
  }
}

declare global {
  interface HTMLElementEventMap {
    'hn-before-settings-save': HnBeforeSettingsSaveEvent;
    'hn-settings-saved': HnSettingsSavedEvent;
  }
}
