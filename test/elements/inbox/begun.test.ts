import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/errors.js';
import type { HnInboxElement } from '../../../src/elements/inbox/inbox.js';
import { ACTIVE, ANONYMOUS, HOME_CARE, no } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import {
  all,
  attach,
  find,
  hasFocus,
  isKept,
  listen,
  press,
  reads,
  textOf,
  the,
  write,
} from '../../support/page.js';
import { goOffline } from '../../support/network.js';
import { waitUntil } from '../../support/wait.js';
import { inbox, many, standsAt, written } from './support.js';

const file = (name: string): File => new File(['x'], name, { type: 'application/pdf' });

const bodies = (backend: FakeBackend): string[] => backend.replies.map(({ message: { body } }) => body);

/** An inbox of two conversations, in the first of which somebody has written `text`. */
async function begun(
  text: string,
  backend = fakeBackend({ conversations: many(2) }),
): Promise<{
  backend: FakeBackend;
  widget: HnInboxElement;
}> {
  const widget = await inbox(backend, { thread: 't-0' });
  write(await find(widget, 'textbox', 'Svar'), text);
  return { backend, widget };
}

async function go(widget: HnInboxElement, n: number): Promise<void> {
  await press(widget, 'button', new RegExp(`^Samtale ${n}`));
  await standsAt(widget, `Samtale ${n}`);
  await find(widget, 'textbox', 'Svar');
}

/** Sends without a network; what is given brings it back, and with it what is still tried by itself. */
async function failed(backend: FakeBackend, widget: HnInboxElement): Promise<() => void> {
  const online = goOffline();
  backend.before.sendMessage = () => Promise.reject(new BackendError('offline'));
  await press(widget, 'button', 'Send');
  await reads(widget, 'Ikke sendt – prøv igjen');
  return () => {
    backend.before = {};
    online();
  };
}

/** To the other conversation and back. */
async function leaveAndReturn(widget: HnInboxElement): Promise<void> {
  await go(widget, 1);
  await go(widget, 0);
}

async function deleteDraft(widget: HnInboxElement): Promise<void> {
  await press(widget, 'button', 'Slett utkastet');
  await press(await find(widget, 'dialog'), 'button', 'Slett');
}

/** The service decides something about the first conversation. */
async function decide(backend: FakeBackend, reply: ReturnType<typeof no>): Promise<void> {
  await waitUntil(() => backend.watched, 'hints are heard');
  backend.conversations = backend.conversations.map((one) =>
    one.thread.id === 't-0' ? { ...one, thread: { ...one.thread, reply } } : one,
  );
  backend.hint({ type: 'message', partyId: null, id: 't-0' });
}

describe('<hn-inbox> with something begun', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  it('sends what stands there, also when it had failed with other words before one went and came back', async () => {
    const { backend, widget } = await begun('Den gamle teksten.');
    const back = await failed(backend, widget);
    await leaveAndReturn(widget);
    await reads(widget, 'Ikke sendt – prøv igjen');
    expect(written(widget)).to.equal('Den gamle teksten.');
    write(the(widget, 'textbox', 'Svar'), 'Den nye teksten.');
    back();
    await press(widget, 'button', 'Send');
    await reads(widget, 'Meldingen er sendt');
    expect(bodies(backend)).to.deep.equal(['Den nye teksten.']);
  });

  it('sends nothing of what was deleted after it had failed', async () => {
    const { backend, widget } = await begun('Ikke send dette.');
    const back = await failed(backend, widget);
    await leaveAndReturn(widget);
    await reads(widget, 'Ikke sendt – prøv igjen');
    await deleteDraft(widget);
    await waitUntil(() => written(widget) === '');
    back();
    write(the(widget, 'textbox', 'Svar'), 'Noe annet.');
    await press(widget, 'button', 'Send');
    await reads(widget, 'Meldingen er sendt');
    expect(bodies(backend)).to.deep.equal(['Noe annet.']);
  });

  it('is a draft like any other once it was changed after it had failed', async () => {
    const { backend, widget } = await begun('Den gamle teksten.');
    const back = await failed(backend, widget);
    write(the(widget, 'textbox', 'Svar'), 'Den nye teksten.');
    await leaveAndReturn(widget);
    await waitUntil(() => written(widget) === 'Den nye teksten.');
    expect(textOf(widget)).to.not.include('Ikke sendt');
    back();
    await press(widget, 'button', 'Send');
    await reads(widget, 'Meldingen er sendt');
    expect(bodies(backend)).to.deep.equal(['Den nye teksten.']);
  });

  it('is deleted at log-out, also where its widget was away from the page then', async () => {
    const { backend, widget } = await begun('Til ingen andre.');
    await isKept();
    const other = await inbox(backend);
    const { parentElement } = widget;
    widget.remove();
    backend.session = ANONYMOUS;
    await press(other, 'button', 'Logg ut');
    await find(other, 'button', 'Logg inn');
    backend.session = ACTIVE;
    await other.refresh();
    parentElement!.append(widget);
    await find(widget, 'textbox', 'Svar');
    await waitUntil(() => written(widget) === '');
  });

  it('is another message after a definite no, also once one went and came back', async () => {
    const { backend, widget } = await begun('Med noe som ikke godtas.');
    const keys: (string | undefined)[] = [];
    backend.before.sendMessage = (_id: string, _message: unknown, options?: { idempotencyKey?: string }) => {
      keys.push(options?.idempotencyKey);
      return Promise.reject(new BackendError('invalid', { status: 422 }));
    };
    await press(widget, 'button', 'Send');
    await reads(widget, 'Ikke sendt – prøv igjen');
    write(the(widget, 'textbox', 'Svar'), 'Slik det skal være.');
    await leaveAndReturn(widget);
    await waitUntil(() => written(widget) === 'Slik det skal være.');
    backend.before = {};
    await press(widget, 'button', 'Send');
    await reads(widget, 'Meldingen er sendt');
    expect(bodies(backend)).to.deep.equal(['Slik det skal være.']);
    expect(keys).to.have.length(1);
    expect(backend.replies[0]!.key).to.not.equal(keys[0]);
  });

  it('asks before it deletes what was changed after the first had arrived', async () => {
    const { backend, widget } = await begun('Endret etterpå.');
    backend.before.sendMessage = () =>
      Promise.reject(new BackendError('idempotency-mismatch', { status: 422 }));
    await press(widget, 'button', 'Send');
    await press(widget, 'button', 'Slett endringene');
    const dialog = await find(widget, 'dialog', 'Vil du slette utkastet?');
    await press(dialog, 'button', 'Avbryt');
    expect(written(widget)).to.equal('Endret etterpå.');
  });

  it('is there to be read and copied, and says why, when the conversation is closed meanwhile', async () => {
    const { backend, widget } = await begun('Nesten ferdig.');
    await isKept();
    the(widget, 'textbox', 'Svar').focus();
    await decide(backend, no('closed', { text: 'Saken er avsluttet.' }));
    await reads(widget, 'Saken er avsluttet.');
    expect(written(widget)).to.equal('Nesten ferdig.');
    expect(widget.shadowRoot!.activeElement).to.equal(the(widget, 'textbox', 'Svar'));
    expect(all(widget, 'button', 'Send')).to.have.length(0);
    expect(widget.shadowRoot!.querySelector('input[type=file]')).to.equal(null);
    await expect(widget).to.be.accessible();
    widget.remove();
    const later = await inbox(backend, { thread: 't-0' });
    await waitUntil(() => written(later) === 'Nesten ferdig.');
    await deleteDraft(later);
    await waitUntil(() => all(later, 'textbox', 'Svar').length === 0);
    await reads(later, `Ny melding til ${HOME_CARE.name}`);
  });

  it('goes with its files when it is deleted, and the conversation stays', async () => {
    const { widget } = await begun('Med vedlegg.');
    const said = listen(widget);
    attach(widget, file('epikrise.pdf'));
    await waitUntil(() => said.includes('epikrise.pdf er lastet opp'));
    await reads(widget, 'Utkast til svar');
    await deleteDraft(widget);
    await hasFocus(widget, `Svar til ${HOME_CARE.name}`);
    await reads(widget, /^(?!.*Utkast til svar)/);
    await leaveAndReturn(widget);
    expect(written(widget)).to.equal('');
    expect(all(widget, 'button', /epikrise\.pdf/)).to.have.length(0);
  });

  it('stays as it is while it is sent', async () => {
    const { backend, widget } = await begun('Med vedlegg.');
    const said = listen(widget);
    attach(widget, file('epikrise.pdf'));
    await waitUntil(() => said.includes('epikrise.pdf er lastet opp'));
    let answer = (): void => undefined;
    const coming = new Promise<void>((resolve) => (answer = resolve));
    backend.before.sendMessage = () => coming;
    await press(widget, 'button', 'Send');
    await reads(widget, 'Sender …');
    the(widget, 'button', 'Fjern epikrise.pdf').click();
    expect(widget.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!.disabled).to.equal(true);
    answer();
    await reads(widget, 'Meldingen er sendt');
    expect(backend.replies[0]!.message.attachmentIds).to.deep.equal(['file-epikrise.pdf']);
    expect(said).to.not.include('Filen er fjernet');
  });

  it('says that it is sent, and why there is no other, where one may answer once', async () => {
    const { backend, widget } = await begun('Ja takk.');
    the(widget, 'textbox', 'Svar').focus();
    await press(widget, 'button', 'Send');
    await reads(widget, 'Meldingen er sendt');
    await decide(backend, no('reply-only'));
    await waitUntil(() => all(widget, 'textbox', 'Svar').length === 0);
    await reads(widget, 'Meldingen er sendt');
    await reads(widget, 'Du kan forvente svar innen');
    await waitUntil(() => widget.shadowRoot!.activeElement?.id === 'no-reply', 'focus is where it says why');
    await expect(widget).to.be.accessible();
  });
});
