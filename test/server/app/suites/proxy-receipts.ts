import { expect } from 'vitest';
import { noSettings } from '../../../../server/rules/notification-settings.js';
import type { PersonName } from '../support/people.js';
import { end, grant, putNumbers } from '../support/proxies.js';
import type { Suite } from '../support/suite.js';
import type { World } from '../support/world.js';
import { inbox } from './proxies.js';

async function speaks(world: World, readerId: PersonName, language: 'nb' | 'nn' | 'en' | 'se') {
  await world.storage.putNoticeSettings({ ...noSettings(readerId), language });
}

export const proxyReceipts: Suite = (check) => {
  check('either side gets a receipt in their own language, which takes no answer', async (world) => {
    await putNumbers(world);
    await speaks(world, 'anna', 'nn');
    await speaks(world, 'ola', 'en');
    const { body: given } = await grant(world, {
      scopes: ['messages', 'appointments', 'notifications'],
      validTo: '2027-01-02',
    });
    expect(await inbox(world, 'anna')).toEqual([
      [
        'Kvittering: fullmakt til Ola Prøve',
        'Du har gitt Ola Prøve fullmakt til meldingar, timeavtalar og varsel til og med 2. januar 2027. Du kan avslutte fullmakta når som helst.',
      ],
    ]);
    expect(await inbox(world, 'ola')).toEqual([
      [
        'Receipt: power of attorney from Anna Prøve',
        'Anna Prøve has given you power of attorney for messages, appointments and notifications up to and including 2 January 2027. You can end it at any time.',
      ],
    ]);
    const threads = await world.ask('GET', '/api/threads', { as: 'ola' });
    expect(threads.body).toMatchObject({
      counts: { unread: 1 },
      items: [{ contact: null, unread: 1, reply: { allowed: false, reason: 'closed' } }],
    });
    const body = { body: 'Takk', attachmentIds: [] };
    const answered = await world.ask('POST', `/api/threads/${threads.body.items[0]?.id}/messages`, {
      as: 'ola',
      body,
    });
    expect(answered.body.code).toBe('thread-closed');

    await speaks(world, 'anna', 'nb');
    await speaks(world, 'ola', 'se');
    world.clock.pass(1000);
    const { body: changed } = await grant(world, { replaces: given.id, scopes: ['messages'] });
    world.clock.pass(1000);
    await end(world, changed.id, { as: 'ola' });
    expect((await inbox(world, 'anna')).slice(0, 2)).toEqual([
      [
        'Kvittering: avsluttet fullmakt til Ola Prøve',
        'Ola Prøve har avsluttet fullmakten fra deg, og kan ikke lenger bruke tjenesten på vegne av deg.',
      ],
      [
        'Kvittering: endret fullmakt til Ola Prøve',
        'Du har endret fullmakten til Ola Prøve. Den gjelder nå meldinger inntil videre. Du kan avslutte fullmakten når som helst.',
      ],
    ]);
    expect((await inbox(world, 'ola')).slice(0, 2)).toEqual([
      [
        'Kvittering: avsluttet fullmakt fra Anna Prøve',
        'Du har avsluttet fullmakten fra Anna Prøve. Du kan ikke lenger bruke tjenesten på vegne av Anna Prøve.',
      ],
      [
        'Kvittering: endret fullmakt fra Anna Prøve',
        'Anna Prøve har endret fullmakten du har fått. Den gjelder nå meldinger inntil videre. Du kan avslutte fullmakten når som helst.',
      ],
    ]);
  });

  check('it all stands in the log of either side, which is given in pages', async (world) => {
    await putNumbers(world);
    const { body: given } = await grant(world);
    world.clock.pass(1000);
    const { body: changed } = await grant(world, { replaces: given.id, scopes: ['messages'] });
    world.clock.pass(1000);
    await world.ask('GET', '/api/contacts', { as: 'ola', actingFor: 'anna' });
    world.clock.pass(1000);
    await end(world, changed.id, { as: 'ola' });
    const entries: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`;
      const { body } = await world.ask('GET', `/api/access-log?limit=1&lang=en${query}`, { as: 'anna' });
      entries.push(...body.items.map(({ who, what, onBehalfOf }) => [who, what, onBehalfOf]));
      cursor = body.next;
    }
    expect(entries).toEqual([
      ['Ola Prøve', 'Ended a power of attorney', null],
      ['Ola Prøve', 'Saw the health contacts', 'Anna Prøve'],
      ['Anna Prøve', 'Changed a power of attorney', null],
      ['Anna Prøve', 'Gave a power of attorney', null],
    ]);
    const own = await world.ask('GET', '/api/access-log?lang=nn', { as: 'ola' });
    expect(own.body.items.map(({ who, what }) => [who, what])).toEqual([
      ['Ola Prøve', 'Avslutta ei fullmakt'],
      ['Anna Prøve', 'Endra ei fullmakt'],
      ['Anna Prøve', 'Gav ei fullmakt'],
    ]);
  });
};
