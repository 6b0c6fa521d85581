/**
 * The household's other paths of acting for another: `acting-for.test.ts` has Ingrid's and her daughter's. Jonas
 * gives and may not, a power is changed and given back, Liv is found by nobody, Áilu hears of Ingrid's messages in
 * his language, and days end in Oslo.
 */
import type { Locator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { syntheticNationalId } from '../../server/data/national-id.js';
import { osloDate } from '../../src/domain/oslo.js';
import * as act from './support/actions.js';
import * as powers from './support/powers.js';
import { type World, startWorld } from './support/world.js';

const UNREAD = 'Nye øyedråper';
const LOST = 'Du har ikke lenger tilgang til å bruke tjenesten på vegne av';
/** A number that is right, and nobody's. */
const NOBODY = syntheticNationalId('1961-04-17', 'male');

let world: World;
afterEach(() => world.close());

const rows = <T extends object>(query: string, ...values: unknown[]) => world.database.rows<T>(query, values);

const powersGiven = (giver: string) =>
  rows(
    `select receiver_id, scopes, valid_to::text, ended_at is null as open from powers
     where giver_id = $1 order by created_at`,
    giver,
  );

const to = (id: string, familyName: string) => ({ nationalId: powers.numberOf(id), familyName });

/** What is shown may be announced as well. */
const reads = (where: Page | Locator, text: string | RegExp): Promise<void> =>
  where.getByText(text).first().waitFor();

const notCovered = (name: string, area: string): string =>
  `Fullmakten du har fra ${name}, gjelder ikke ${area}. ${name} kan endre fullmakten, så den gjelder ${area} også.`;

describe('the household', () => {
  test('Jonas, who is seventeen, lets his mother in to his appointments, and she gives it back', async () => {
    world = await startWorld();
    const marte = await world.visitAs('Marte Solberg');
    // From sixteen one decides oneself: being his mother gives her nothing.
    const before = [
      'Marte Solberg Deg selv',
      'Sander Solberg Barnet ditt',
      'Nora Solberg Barnet ditt',
      'Ingrid Solberg Har gitt deg fullmakt',
    ];
    await expect.poll(async () => (await powers.parties(marte)).sort()).toEqual([...before].sort());
    const jonas = await world.visitAs('Jonas Solberg');
    await reads(jonas, 'Ingen har gitt deg fullmakt ennå.');

    // Neither to his brother nor to himself.
    const areas = ['Timeavtaler'] as const;
    const dialog = await powers.give(jonas, { to: to('sander-solberg', 'Solberg'), areas });
    await reads(dialog, 'Den som får fullmakt, må ha fylt 18 år.');
    await powers.give(jonas, { to: to('jonas-solberg', 'Solberg'), areas });
    await reads(dialog, 'Dette er ditt eget fødselsnummer.');
    expect(await powersGiven('jonas-solberg')).toEqual([]);
    await powers.giveTo(jonas, { to: to('marte-solberg', 'Solberg'), areas });
    expect(await powersGiven('jonas-solberg')).toEqual([
      { receiver_id: 'marte-solberg', scopes: ['appointments'], valid_to: null, open: true },
    ]);

    // Her open page has him now, with his appointments and nothing else, and she cannot pass him on.
    await expect.poll(() => powers.parties(marte)).toContain('Jonas Solberg Har gitt deg fullmakt');
    await powers.actFor(marte, 'Jonas Solberg');
    await reads(marte.locator('hn-inbox'), notCovered('Jonas Solberg', 'meldinger'));
    await reads(marte.locator('hn-notify-settings'), notCovered('Jonas Solberg', 'varsler'));
    await marte.locator('hn-appointments').getByRole('button', { name: 'Be om ny time' }).waitFor();
    await reads(marte, 'Fullmakter styrer du bare som deg selv.');
    expect(await marte.getByRole('button', { name: 'Gi fullmakt' }).count()).toBe(0);

    await powers.backToSelf(marte);
    await powers.end(marte, 'Jonas Solberg');
    await expect.poll(async () => (await powers.parties(marte)).sort()).toEqual([...before].sort());
    await reads(jonas, 'Du har ikke gitt noen fullmakt.');
    expect(await powersGiven('jonas-solberg')).toMatchObject([{ open: false }]);
    for (const [page, ended] of [
      [jonas, 'Gitt av deg 24. november 2026. Avsluttet 24. november 2026.'],
      [marte, 'Gitt til deg 24. november 2026. Avsluttet 24. november 2026.'],
    ] as const)
      await (await powers.history(page)).filter({ hasText: ended }).waitFor();
    // Receipts in each one's language: his is Nynorsk.
    for (const [page, subject, text] of [
      [
        jonas,
        'Kvittering: avslutta fullmakt til Marte Solberg',
        'Marte Solberg har avslutta fullmakta frå deg',
      ],
      [
        marte,
        'Kvittering: avsluttet fullmakt fra Jonas Solberg',
        'Du har avsluttet fullmakten fra Jonas Solberg',
      ],
    ] as const) {
      await act.openThread(page, subject);
      await reads(act.conversation(page), text);
    }
  });

  test('Ingrid narrows her daughter’s power while it is in use: what it covers no more goes, the rest stays', async () => {
    world = await startWorld();
    const ingrid = await world.visitAs('Ingrid Solberg');
    const marte = await world.visitAs('Marte Solberg');
    await powers.actFor(marte, 'Ingrid Solberg');
    await act.openThread(marte, UNREAD);

    const dialog = await powers.change(ingrid, 'Marte Solberg');
    await dialog.getByRole('checkbox', { name: /^Meldinger/ }).uncheck();
    await powers.setLastDay(dialog, '2026-12-31');
    await powers.confirmChange(dialog);
    expect(await powersGiven('ingrid-solberg')).toEqual([
      { receiver_id: 'marte-solberg', scopes: ['messages', 'appointments'], valid_to: null, open: false },
      { receiver_id: 'marte-solberg', scopes: ['appointments'], valid_to: '2026-12-31', open: true },
    ]);

    await reads(marte.locator('hn-inbox'), notCovered('Ingrid Solberg', 'meldinger'));
    expect(await marte.getByText(/øyedråper/).count()).toBe(0);
    await reads(marte.locator('hn-appointments'), /Hjemmebesøk/);
    await powers.actsFor(marte, 'Ingrid Solberg');
    const refused = await marte.request.get('/api/threads', {
      headers: { 'HN-Acting-For': 'ingrid-solberg' },
    });
    expect([refused.status(), ((await refused.json()) as { code: string }).code]).toEqual([
      403,
      'scope-missing',
    ]);

    // Either side sees what holds, and what held before.
    await powers.backToSelf(marte);
    for (const [page, name] of [
      [ingrid, 'Marte Solberg'],
      [marte, 'Ingrid Solberg'],
    ] as const) {
      await powers
        .powerRow(page, name)
        .getByText('Gyldig til og med 31. desember 2026', { exact: true })
        .waitFor();
      const earlier = (await powers.history(page)).filter({ hasText: name });
      await earlier.filter({ hasText: 'Avsluttet 24. november 2026.' }).waitFor();
      await act.threadRow(page, /^Kvittering: endret fullmakt/).waitFor();
    }

    // Who has used what, on whose behalf.
    await powers.powers(ingrid).getByRole('button', { name: 'Bruk og tilganger' }).click();
    const log = powers.powers(ingrid).locator('[part=log]').getByRole('listitem');
    await log.filter({ hasText: 'Ingrid Solberg' }).filter({ hasText: 'Endret en fullmakt' }).waitFor();
    const ofMarte = log.filter({ hasText: 'Marte Solberg på vegne av Ingrid Solberg' });
    for (const what of [/samtale|melding/i, /timeavtale/i])
      await ofMarte.filter({ hasText: what }).first().waitFor();
  });

  test('Liv, whose address is protected, is found by nobody, and lets others in herself', async () => {
    world = await startWorld();
    const ailu = await world.visitAs('Áilu Somby');
    const areas = ['Meldinger'] as const;
    // Her right number and name, her number, and nobody's: one and the same answer.
    for (const one of [
      to('liv-strand', 'Strand'),
      to('liv-strand', 'Lund'),
      { nationalId: NOBODY, familyName: 'Strand' },
    ]) {
      const dialog = await powers.give(ailu, { to: one, areas });
      await reads(dialog, 'Vi finner ingen med dette fødselsnummeret og etternavnet');
      const number = dialog.getByRole('textbox', { name: /^Fødselsnummer/ });
      expect(await number.inputValue()).toBe('');
    }
    await powers.give(ailu, { to: to('jonas-solberg', 'Solberg'), areas });
    await reads(ailu, 'Den som får fullmakt, må ha fylt 18 år.');
    await powers.give(ailu, { to: to('ailu-somby', 'Somby'), areas });
    await reads(ailu, 'Dette er ditt eget fødselsnummer.');
    // Five tries in a day, whatever became of them.
    const dialog = await powers.give(ailu, { to: to('marte-solberg', 'Solberg'), areas });
    await reads(dialog, /Du har prøvd for mange ganger\. Du kan prøve igjen i morgen/);
    expect(await powersGiven('ailu-somby')).toEqual([]);
    expect(await rows('select count(*)::int as tries from attempts')).toEqual([{ tries: 5 }]);
    await dialog.getByRole('button', { name: 'Avbryt' }).click();

    const liv = await world.visitAs('Liv Strand');
    await reads(liv, 'Ingen har gitt deg fullmakt ennå.');
    await reads(liv, 'Du har ikke fått noen fullmakt.');
    await powers.giveTo(liv, { to: to('ailu-somby', 'Somby'), areas });
    await powers.powerRow(liv, 'Áilu Somby').getByText('født 1992').waitFor();
    await expect
      .poll(() => powers.parties(ailu))
      .toEqual(['Áilu Somby Deg selv', 'Liv Strand Har gitt deg fullmakt']);
    await powers.actFor(ailu, 'Liv Strand');
    await act.contactRow(ailu, 'Fysioterapi, Årstad').waitFor();

    // Should a register say that she has a power, she represents nobody all the same.
    await rows(
      `insert into powers (id, giver_id, receiver_id, scopes, valid_from, created_at)
       values ('on-paper', 'ingrid-solberg', 'liv-strand', '{messages}', '2026-01-01', 0)`,
    );
    await liv.reload();
    await act.isIn(liv);
    expect(await powers.parties(liv)).not.toContainEqual(expect.stringContaining('Ingrid'));
  });

  test('Áilu hears of Ingrid’s messages in his language, for as long as he is given notices too', async () => {
    world = await startWorld();
    const caught = () => world.caught('ailu.somby@post.example');
    const sent = async () =>
      (await rows<{ n: number }>(`select count(*)::int as n from caught_notices`)).map(({ n }) => n);
    const ingrid = await world.visitAs('Ingrid Solberg');
    await powers.giveTo(ingrid, { to: to('ailu-somby', 'somby'), areas: ['Meldinger', 'Varsler'] });
    const ailu = await world.visitAs('Áilu Somby');
    await powers.actFor(ailu, 'Ingrid Solberg');
    const settings = ailu.locator('hn-notify-settings');
    await settings.getByRole('group', { name: 'Nye meldinger' }).getByLabel('E-post').check();
    await settings.getByRole('button', { name: 'Lagre' }).click();
    await reads(settings, 'Varslene er lagret');

    const amina = await world.visitAs('Amina Yusuf', '/staff.html');
    await act.openStaffThread(amina, UNREAD);
    await act.answerAsStaff(amina, 'Vi kommer litt senere i kveld.');
    // Two to Ingrid, one to him.
    await expect.poll(sent).toEqual([3]);
    const [notice, ...more] = await caught();
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ subject: 'Ođđa dieđáhus', language: 'se' });
    expect(notice?.text).toContain('En du kan lese meldinger for, har fått en ny melding');
    expect(`${notice?.subject} ${notice?.text}`).not.toMatch(/Ingrid|Solberg|Amina|sykepleie|øye|kveld/i);

    // He still reads them, and hears of them no more.
    const dialog = await powers.change(ingrid, 'Áilu Somby');
    await dialog.getByRole('checkbox', { name: /^Varsler/ }).uncheck();
    await powers.confirmChange(dialog);
    await reads(settings, notCovered('Ingrid Solberg', 'varsler'));
    await act.answerAsStaff(amina, 'Nå er vi på vei.');
    await act.threadRow(ailu, UNREAD).getByText('Nå er vi på vei.').waitFor();
    await expect.poll(sent).toEqual([5]);
    expect(await caught()).toHaveLength(1);
    expect(await rows(`select 1 from notices where state = 'waiting'`)).toEqual([]);
  });

  test('Per, whose addresses are kept elsewhere, is led there, also while he acts for Ragnhild', async () => {
    world = await startWorld();
    const ragnhild = await world.visitAs('Ragnhild Øygard');
    const grant = { to: to('per-aas', 'Aas'), areas: ['Meldinger', 'Timeavtaler', 'Varsler'] } as const;
    await powers.giveTo(ragnhild, grant);
    const per = await world.visitAs('Per Aas');
    const settings = per.locator('hn-notify-settings');
    await reads(settings, 'per.aas@post.example');
    await powers.actFor(per, 'Ragnhild Øygard');
    // Her municipality, which has not opened for messages yet; his own addresses.
    await act.contactRow(per, 'Hjemmesykepleie').getByText('Vi øver oss før vi åpner.').waitFor();
    await settings.getByRole('heading', { name: 'Varsler for Ragnhild Øygard' }).waitFor();
    await reads(settings, 'per.aas@post.example');
    expect(await settings.getByRole('link', { name: 'Gå til kontaktregisteret' }).getAttribute('href')).toBe(
      'https://kontaktregister.example/',
    );
    expect(await settings.getByRole('button', { name: /^(Endre|Fjern|Legg til) / }).count()).toBe(0);
  });
});

describe('the end of a day in Oslo', () => {
  test('takes what was given for the day, and a child who comes of age, out of open pages', async () => {
    world = await startWorld({ CLOCK: '2026-11-24T23:58:00+01:00' });
    // Beside the seeded household, whose ages stay: somebody who is eighteen tomorrow.
    await rows(
      `insert into persons (id, subject, given_name, family_name, birth_date, municipality, protected_address)
       values ('sunniva-solberg', 'sunniva-solberg', 'Sunniva', 'Solberg', '2008-11-25', '4601', false)`,
    );
    await rows(
      `insert into children (parent_id, child_id, scopes) values ('marte-solberg', 'sunniva-solberg', '{appointments}')`,
    );
    const jonas = await world.visitAs('Jonas Solberg');
    const areas = ['Meldinger'] as const;
    await powers.giveTo(jonas, { to: to('ailu-somby', 'Somby'), areas, until: '2026-11-24' });
    await powers.powerRow(jonas, 'Áilu Somby').getByText('Gyldig til og med 24. november 2026').waitFor();
    const ailu = await world.visitAs('Áilu Somby');
    await powers.actFor(ailu, 'Jonas Solberg');
    const marte = await world.visitAs('Marte Solberg');
    await powers.actFor(marte, 'Sunniva Solberg');

    const today = async () => {
      const { headers } = await fetch(`${world.url}/api/session`);
      return osloDate(Date.parse(headers.get('date') ?? ''));
    };
    for (const [page, name] of [
      [ailu, 'Jonas Solberg'],
      [marte, 'Sunniva Solberg'],
    ] as const) {
      await powers.actsForSelf(page, 150_000);
      expect(await today()).toBe('2026-11-25');
      await reads(page, `${LOST} ${name}.`);
      expect(await powers.parties(page)).not.toContainEqual(expect.stringContaining(name));
    }
    const refused = await ailu.request.get('/api/threads', { headers: { 'HN-Acting-For': 'jonas-solberg' } });
    expect(refused.status()).toBe(403);

    // Nobody ended it: it has expired, for either side.
    expect(await powersGiven('jonas-solberg')).toEqual([
      { receiver_id: 'ailu-somby', scopes: ['messages'], valid_to: '2026-11-24', open: true },
    ]);
    await reads(jonas, 'Du har ikke gitt noen fullmakt.');
    for (const [page, expired] of [
      [jonas, 'Gitt av deg 24. november 2026. Utløpt 24. november 2026.'],
      [ailu, 'Gitt til deg 24. november 2026. Utløpt 24. november 2026.'],
    ] as const)
      await (await powers.history(page)).filter({ hasText: expired }).waitFor();
  });
});
