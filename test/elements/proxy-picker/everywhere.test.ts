import { expect, fixture, html } from '@open-wc/testing';
import type { HnElement } from '../../../src/elements/base.js';
import type { HnContactsElement } from '../../../src/elements/contacts/contacts.js';
import type { HnInboxElement } from '../../../src/elements/inbox/inbox.js';
import type { HnProxyPickerElement } from '../../../src/elements/proxy-picker/proxy-picker.js';
import { BackendError } from '../../../src/backend/errors.js';
import { APPOINTMENTS, SERVICES } from '../../support/appointment-data.js';
import { CONVERSATIONS } from '../../support/data.js';
import type { FakeBackend } from '../../support/fake-backend.js';
import { all, find, listen, press, reads, textOf, write } from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';
import { FAMILY, MOTHER, withFamily } from './support.js';

const TAGS = ['hn-proxy-picker', 'hn-contacts', 'hn-appointments', 'hn-inbox', 'hn-notify-settings'] as const;

/** What is shown of the mother, and of nobody else. */
const HERS = /Morgenstell|Nytt tidspunkt for morgenstell|Fysioterapi, bydel Østensjø/;

/** A backend that has something to show of the mother, and nothing of Marte. */
function withMother(): FakeBackend {
  const backend = withFamily();
  const tell = (): undefined => {
    const hers = backend.actingFor === MOTHER.id;
    backend.appointments = hers ? [...APPOINTMENTS] : [];
    backend.contacts = hers ? SERVICES : [];
    backend.conversations = hers ? CONVERSATIONS.map((one) => ({ ...one })) : [];
    return undefined;
  };
  for (const method of ['listAppointments', 'listContacts', 'listThreads'] as const)
    backend.before[method] = tell;
  return backend;
}

/** All five on one page. */
async function page(backend: FakeBackend): Promise<{ picker: HnProxyPickerElement; widgets: HnElement[] }> {
  const wrapper = await fixture(html`<div></div>`);
  const widgets = TAGS.map((tag) => Object.assign(document.createElement(tag), { backend }) as HnElement);
  wrapper.append(...widgets);
  await waitUntil(() => widgets.every((one) => !one.matches(':state(loading)')), 'all are shown', {
    timeout: 20_000,
  });
  await Promise.all(widgets.map((one) => one.summonDesk()));
  return { picker: widgets[0] as HnProxyPickerElement, widgets };
}

const banners = (widgets: HnElement[]): number =>
  widgets.filter((one) => textOf(one).includes('Du bruker tjenesten på vegne av Ingrid Solberg')).length;
const hers = (widgets: HnElement[]): number => widgets.filter((one) => HERS.test(textOf(one))).length;

describe('acting for another in all widgets of a page', () => {
  afterEach(() => sessionStorage.clear());

  it('follows the choice at once, with the way back in each', async () => {
    const { picker, widgets } = await page(withMother());
    expect(hers(widgets)).to.equal(0);
    await press(picker, 'button', /^Ingrid Solberg/);
    await waitUntil(() => banners(widgets) === 5 && hers(widgets) === 3, 'all follow');
    // Whichever the person goes back in.
    await press(widgets[3]!, 'button', 'Tilbake til deg selv');
    await waitUntil(() => banners(widgets) === 0 && hers(widgets) === 0, 'all are back');
    for (const one of widgets) expect(one.shadowRoot!.textContent).to.not.include('på vegne av');
    for (const one of widgets) expect(all(one, 'button', 'Tilbake til deg selv')).to.have.length(0);
  });

  it('never shows what was on its way when the choice was made', async () => {
    const backend = withMother();
    const { picker, widgets } = await page(backend);
    await press(picker, 'button', /^Ingrid Solberg/);
    await waitUntil(() => hers(widgets) === 3, 'hers is shown');
    // Answers of hers that take their time …
    const late: (() => void)[] = [];
    const tells = { ...backend.before };
    for (const method of ['listAppointments', 'listContacts', 'listThreads'] as const) {
      backend.before[method] = async () => {
        await new Promise<void>((resolve) => late.push(resolve));
        backend.appointments = [...APPOINTMENTS];
        backend.contacts = SERVICES;
        backend.conversations = CONVERSATIONS.map((one) => ({ ...one }));
      };
    }
    for (const one of widgets) void one.refresh();
    await waitUntil(() => late.length === 3, 'all three are asked for');
    Object.assign(backend.before, tells);
    const seen: string[] = [];
    const observers = widgets.map((one) => {
      const observer = new MutationObserver(() => {
        if (backend.actingFor === null && HERS.test(textOf(one))) seen.push(one.localName);
      });
      observer.observe(one.shadowRoot!, { subtree: true, childList: true, characterData: true });
      return observer;
    });
    await press(picker, 'button', /^Marte Solberg/);
    await waitUntil(() => banners(widgets) === 0 && !widgets.some((one) => one.matches(':state(loading)')));
    // … and come after it.
    for (const answer of late) answer();
    await Promise.all(widgets.map((one) => one.refresh()));
    for (const observer of observers) observer.disconnect();
    expect(hers(widgets)).to.equal(0);
    expect(seen).to.deep.equal([]);
  });

  it('loses everything of the other at once when the power is ended, and says so in each', async () => {
    const backend = withMother();
    const { picker, widgets } = await page(backend);
    await press(picker, 'button', /^Ingrid Solberg/);
    await waitUntil(() => banners(widgets) === 5 && hers(widgets) === 3);
    await waitUntil(() => backend.watched, 'it listens', { timeout: 5000 });
    const said = widgets.map((one) => listen(one));
    backend.before.getSession = () =>
      backend.actingFor ? Promise.reject(new BackendError('forbidden', { status: 403 })) : undefined;
    backend.session = { ...FAMILY, parties: FAMILY.parties.filter(({ id }) => id !== MOTHER.id) };
    const begun = performance.now();
    backend.hint({ type: 'proxy', partyId: null, id: 'p' });
    await waitUntil(() => banners(widgets) === 0 && hers(widgets) === 0, 'hers is gone');
    expect(performance.now() - begun).to.be.below(1000);
    for (const one of widgets) {
      await reads(one, 'Du har ikke lenger tilgang til å bruke tjenesten på vegne av Ingrid Solberg.');
    }
    expect(backend.actingFor).to.equal(null);
    await waitUntil(() => all(picker, 'button', /^Ingrid Solberg/).length === 0);
    await waitUntil(() => said.every((words) => words.length > 0));
    for (const words of said) {
      expect(words[0]).to.equal(
        'Du har ikke lenger tilgang til å bruke tjenesten på vegne av Ingrid Solberg.',
      );
    }
  });

  it('keeps what is being written with the person it is written for', async () => {
    const backend = withFamily({ contacts: SERVICES, conversations: [...CONVERSATIONS] });
    const { picker, widgets } = await page(backend);
    const contacts = widgets[1] as HnContactsElement;
    const inbox = widgets[3] as HnInboxElement;
    inbox.thread = 't1';
    write(await find(inbox, 'textbox', /^Svar/), 'Bare for Marte');
    await waitUntil(
      () => Object.keys(sessionStorage).some((key) => key.startsWith('hn:draft:')),
      'it is kept',
    );
    await press(picker, 'button', /^Ingrid Solberg/);
    await waitUntil(() => banners(widgets) === 5);
    inbox.thread = 't1';
    const reply = (await find(inbox, 'textbox', /^Svar/)) as HTMLTextAreaElement;
    await waitUntil(() => !reply.readOnly);
    expect(reply.value).to.equal('');
    expect(widgets.map((one) => fieldsOf(one)).join('')).to.not.include('Bare for Marte');
    write(reply, 'Bare for Ingrid');
    await press(contacts, 'button', 'Tilbake til deg selv');
    await waitUntil(() => banners(widgets) === 0);
    inbox.thread = 't1';
    await waitUntil(() => fieldsOf(inbox).includes('Bare for Marte'), 'hers is back');
    expect(fieldsOf(inbox)).to.not.include('Bare for Ingrid');
  });
});

/** What stands in the fields of a widget. */
const fieldsOf = (widget: HnElement): string =>
  [...widget.shadowRoot!.querySelectorAll<HTMLTextAreaElement>('textarea, input')]
    .map(({ value }) => value)
    .join(' ');
