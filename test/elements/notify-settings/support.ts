import type { NotificationSettings } from '../../../src/backend/types.js';
import type { HnNotifySettingsElement } from '../../../src/elements/notify-settings/notify-settings.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { SETTINGS } from '../../support/fake-settings.js';
import { find, showWidget, the } from '../../support/page.js';

/** A backend with these settings. */
export const withSettings = (of: Partial<NotificationSettings> = {}): FakeBackend =>
  fakeBackend({ settings: { ...SETTINGS, ...of } });

/** The widget, once one can choose and save. */
export async function widgetOf(
  backend: FakeBackend,
  attributes: Record<string, string> = {},
): Promise<HnNotifySettingsElement> {
  const widget = await showWidget('hn-notify-settings', backend, attributes);
  await find(widget, 'combobox', /./);
  return widget;
}

/** The checkbox of a notice and a channel. */
export const box = (widget: HnNotifySettingsElement, event: string, channel: string): HTMLInputElement =>
  the(the(widget, 'group', event), 'checkbox', channel) as HTMLInputElement;

/** What is chosen of each notice, as it stands. */
export const chosen = (widget: HnNotifySettingsElement): Record<string, string> =>
  Object.fromEntries(
    [...widget.shadowRoot!.querySelectorAll('[part=rule]')].map((rule) => [
      rule.querySelector('strong')!.textContent,
      [...rule.querySelectorAll('label')]
        .filter((label) => label.querySelector('input')!.checked)
        .map((label) => label.textContent.trim())
        .join(', '),
    ]),
  );
