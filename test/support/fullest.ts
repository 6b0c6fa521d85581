import type { HnElement } from '../../src/elements/base.js';
import { APPOINTMENTS, SERVICES, SLOTS } from './appointment-data.js';
import { ACTIVE, CONVERSATIONS, HOME_CARE, INGRID, MARTE } from './data.js';
import { fakeBackend } from './fake-backend.js';
import { PROXIES } from './fake-proxies.js';
import { SETTINGS, withRules } from './fake-settings.js';
import { find, reads, show, showWidget, write } from './page.js';
import type { Tag } from './scenes.js';
import { waitUntil } from './wait.js';

/** The fullest state of each widget. */
export const FULLEST: Record<Tag, (lang: string) => Promise<HnElement>> = {
  'hn-contacts': async (lang) => {
    const widget = await show(fakeBackend(), { lang, contact: HOME_CARE.id });
    await reads(widget, 'Ryensvingen 1');
    return widget;
  },
  'hn-inbox': async (lang) => {
    const widget = await showWidget('hn-inbox', fakeBackend({ conversations: [...CONVERSATIONS] }), {
      lang,
      thread: 't1',
    });
    await reads(widget, 'Vi kan komme halv ni.');
    await find(widget, 'textbox');
    return widget;
  },
  // A week, and one of its appointments in full.
  'hn-appointments': async (lang) => {
    const backend = fakeBackend({
      contacts: SERVICES,
      appointments: [...APPOINTMENTS],
      slots: [...SLOTS],
    });
    const widget = await showWidget('hn-appointments', backend, { lang, view: 'week' });
    const root = widget.shadowRoot!;
    await waitUntil(() => !!root.querySelector('[role=grid]') && !!root.querySelector('[data-do=details]'));
    root.querySelector<HTMLElement>('[data-do=details]')!.click();
    await waitUntil(() => !!root.querySelector('.details'), 'the details');
    return widget;
  },
  // Marte may act for her mother, and has given and received powers, some of them over.
  'hn-proxy-picker': async (lang) => {
    const mother = { ...INGRID, relation: 'proxy' as const };
    const session = { ...ACTIVE, user: MARTE, parties: [MARTE, mother] };
    const widget = await showWidget('hn-proxy-picker', fakeBackend({ session, proxies: [...PROXIES] }), {
      lang,
    });
    await widget.summonDesk();
    await widget.updateComplete;
    return widget;
  },
  // Somebody has saved something else meanwhile, a code is on its way, and an address is missing.
  'hn-notify-settings': async (lang) => {
    const backend = fakeBackend({ settings: { ...SETTINGS, email: null } });
    const widget = await showWidget('hn-notify-settings', backend, { lang });
    const root = widget.shadowRoot!;
    const click = async (selector: string): Promise<void> => {
      await waitUntil(() => !!root.querySelector(selector), selector);
      root.querySelector<HTMLElement>(selector)!.click();
    };
    await click('[data-do=replace][data-id=sms]');
    await waitUntil(() => !!root.querySelector('#address'));
    write(root.querySelector<HTMLElement>('#address')!, '90123456');
    await click('[part=verification] [type=submit]');
    await waitUntil(() => !!root.querySelector('#code'));
    await click('#appointment-sms');
    await waitUntil(() => !!root.querySelector('[data-do=discard]'));
    backend.settings = withRules(backend.settings, { appointment: ['sms'] });
    await widget.refresh();
    await waitUntil(() => !!root.querySelector('[data-do=keep-mine]'));
    for (const details of root.querySelectorAll('details')) details.open = true;
    return widget;
  },
};
