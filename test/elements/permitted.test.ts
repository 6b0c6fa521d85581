import { expect } from '@open-wc/testing';
import type { HnElement } from '../../src/elements/base.js';
import type { HnAppointmentsElement } from '../../src/elements/appointments/appointments.js';
import type { HnInboxElement } from '../../src/elements/inbox/inbox.js';
import type { Party, Scope } from '../../src/backend/types.js';
import { APPOINTMENTS } from '../support/appointment-data.js';
import { ACTING, CONVERSATIONS, INGRID, MARTE } from '../support/data.js';
import { fakeBackend, type FakeBackend } from '../support/fake-backend.js';
import { all, press, reads, showWidget, textOf, write, find } from '../support/page.js';
import { waitUntil } from '../support/wait.js';

const acting = (relation: Party['relation'], scopes: Scope[]): FakeBackend => {
  const party: Party = { ...INGRID, relation, scopes };
  return Object.assign(
    fakeBackend({
      session: { ...ACTING, actingFor: party, parties: [MARTE, party] },
      conversations: CONVERSATIONS.map((one) => ({ ...one })),
      appointments: [...APPOINTMENTS],
    }),
    { actingFor: party.id },
  );
};

async function widgetOf<T extends HnElement>(
  tag: keyof HTMLElementTagNameMap,
  backend: FakeBackend,
): Promise<T> {
  const widget = (await showWidget(tag as 'hn-inbox', backend)) as HnElement as T;
  await widget.summonDesk();
  await widget.updateComplete;
  return widget;
}

describe('whoever acts for another', () => {
  afterEach(() => sessionStorage.clear());

  for (const { tag, scope, others, area, method } of [
    {
      tag: 'hn-inbox',
      scope: 'messages',
      others: ['appointments', 'notifications'],
      area: 'meldinger',
      method: 'listThreads',
    },
    {
      tag: 'hn-appointments',
      scope: 'appointments',
      others: ['messages', 'notifications'],
      area: 'timeavtaler',
      method: 'listAppointments',
    },
  ] as const) {
    describe(`<${tag}>`, () => {
      it('is told why a power of attorney shows nothing here, and who can change that', async () => {
        const backend = acting('proxy', [...others]);
        const widget = await widgetOf(tag, backend);
        expect(textOf(widget)).to.include(
          `Fullmakten du har fra Ingrid Solberg, gjelder ikke ${area}. Ingrid Solberg kan endre fullmakten, så den gjelder ${area} også.`,
        );
        expect(widget.matches(':state(empty)')).to.equal(true);
        expect(all(widget, 'button', 'Prøv igjen')).to.have.length(0);
        expect(all(widget, 'button', /^(Ny melding|Be om ny time)/)).to.have.length(0);
        await expect(widget).to.be.accessible();
        // Once the session is known nothing is asked for that is refused.
        const before = backend.calls.filter((name) => name === method).length;
        await widget.refresh();
        expect(backend.calls.filter((name) => name === method)).to.have.length(before);
        await press(widget, 'button', 'Tilbake til deg selv');
        await waitUntil(() => backend.actingFor === null, 'back to oneself');
      });

      it('is told that being a parent does not cover it', async () => {
        const widget = await widgetOf(tag, acting('child', [...others]));
        expect(textOf(widget)).to.include(
          `Tilgangen du har som forelder til Ingrid Solberg, gjelder ikke ${area}.`,
        );
      });

      it('sees what the power covers', async () => {
        const widget = await widgetOf(tag, acting('proxy', [scope]));
        await waitUntil(() => widget.matches(':state(ready)'), 'it is shown');
        expect(textOf(widget)).not.to.include('gjelder ikke');
      });
    });
  }

  it('has nothing open of the one before', async () => {
    const backend = acting('proxy', ['messages', 'appointments']);
    const inbox = await widgetOf<HnInboxElement>('hn-inbox', backend);
    const appointments = await widgetOf<HnAppointmentsElement>('hn-appointments', backend);
    inbox.thread = 't1';
    appointments.appointment = APPOINTMENTS[0]!.id;
    await Promise.all([inbox.updateComplete, appointments.updateComplete]);
    write(await find(inbox, 'searchbox', 'Søk i meldinger'), 'morgenstell');
    await reads(inbox, 'Hei Ingrid. Vi kan komme halv ni.');
    await press(inbox, 'button', 'Tilbake til deg selv');
    await waitUntil(() => backend.actingFor === null && !inbox.session.actingFor, 'back to oneself');
    await Promise.all([inbox.updateComplete, appointments.updateComplete]);
    expect([inbox.thread, appointments.appointment]).to.deep.equal([null, null]);
    expect(((await find(inbox, 'searchbox', 'Søk i meldinger')) as HTMLInputElement).value).to.equal('');
  });
});
