import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Storage } from '../../../../server/storage/storage.js';
import type { Check } from '../conformance.js';
import { addMessage, household, message, nine, person, putThread, resident, thread, walk } from './rows.js';

/** Texts of one person's conversations, by id: the subject, then the messages. */
const written: Record<string, readonly [string, ...string[]]> = {
  drops: ['Nye øyedråper', 'Jeg har fått nye dråper hos øyelegen.', 'De skal dryppes morgen og kveld.'],
  exercises: [
    'Øvelser for hoften',
    'Øvelsene går bra. Blåbærsyltetøy til Åse fra Café Elvá!',
    'Fint, Čearru.',
  ],
  nynorsk: ['Timane mine', 'Eg vil gjerne flytte timen. Meldingane kjem ikkje fram.'],
  english: ['Two appointments', 'I have visited the physiotherapist twice about my hips.'],
  shut: ['Rengjøring', 'Kan rengjøringen vente? Bevegeligheten er dårlig i 2025.'],
};

async function put(storage: Storage, id: string, personId: string, texts: readonly string[], at: number) {
  const [subject = '', first = '', ...rest] = texts;
  const contactId = id === 'exercises' ? 'physio' : 'care';
  await storage.transaction(async (store) => {
    const row = thread(id, personId, { subject, contactId, lastMessageAt: at });
    await putThread(store, row, { body: first, direction: 'out', authorName: 'Ingrid Solberg' });
    for (const [i, body] of rest.entries())
      await addMessage(store, message(`${id}-${i}`, id, { body, sentAt: at + i + 1 }));
  });
}

async function putAll(storage: Storage): Promise<void> {
  await household(storage);
  for (const [i, [id, texts]] of Object.entries(written).entries())
    await put(storage, id, 'ingrid', texts, nine + 10 * i);
}

export function search(check: Check): void {
  const find = async (storage: Storage, text: string, limit = 50) =>
    (
      await walk(
        (page) => storage.listThreads({ personId: 'ingrid', search: text }, resident('ingrid'), page),
        limit,
      )
    ).map(({ id }) => id);

  check('finds words in any of their forms, by their beginning, however they are typed', async (storage) => {
    await putAll(storage);
    for (const [text, ...ids] of [
      // forms
      ['øyedråpene', 'drops'],
      ['øvelse', 'exercises'],
      ['ØVELSEN', 'exercises'],
      ['rengjøringa', 'shut'],
      ['time', 'nynorsk'],
      ['melding', 'nynorsk'],
      ['appointment', 'english'],
      ['hip', 'english'],
      // the beginning of the last word, also where a stem is shorter than what was typed so far
      ['øyedr', 'drops'],
      ['bevegeligh', 'shut'],
      ['physio', 'english'],
      ['nye dr', 'drops'],
      // å, accents and Sámi letters
      ['oeyedraaper', 'drops'],
      ['oyedraper', 'drops'],
      ['aase', 'exercises'],
      ['cafe elva', 'exercises'],
      ['cearru', 'exercises'],
      ['blabarsyltetoy', 'exercises'],
      ['o\u0308velse', 'exercises'],
      // all words, wherever in the conversation
      ['kveld øyelege', 'drops'],
      ['  hoften,   bra! ', 'exercises'],
      ['2025', 'shut'],
      // who of the service wrote
      ['amina', 'exercises', 'drops'],
      // nothing
      ['øyedråper hoften'],
      ['dr nye'],
      ['legen'],
      ['bevegeligh '],
      ['solberg'],
      ['%'],
      ['_ye'],
      ['👩🏽‍⚕️'],
    ] as const) {
      expect([text, ...(await find(storage, text))]).toEqual([text, ...ids]);
    }
  });

  check('finds only what is this person’s, in the folder and service asked for', async (storage) => {
    await putAll(storage);
    await put(storage, 'hers', 'marte', ['Øyedråper', 'Øvelser'], nine);
    expect(await find(storage, 'øyedråper')).toEqual(['drops']);
    const ids = async (filter: Parameters<Storage['listThreads']>[0]) =>
      (await storage.listThreads(filter, resident('ingrid'), { limit: 50, cursor: null })).items.map(
        ({ id }) => id,
      );
    expect(await ids({ personId: 'marte', search: 'øvelse' })).toEqual(['hers']);
    const search = 'e';
    expect(await ids({ personId: 'ingrid', search, contactIds: ['physio'] })).toEqual(['exercises']);
    await storage.putFolder('exercises', 'ingrid', 'archive');
    expect(await ids({ personId: 'ingrid', search, folder: 'archive' })).toEqual(['exercises']);
  });

  check('finds what the person has just been sent, and nothing of what was undone', async (storage) => {
    await putAll(storage);
    const sending = storage.transaction(async (store) => {
      await addMessage(store, message('late', 'shut', { body: 'Gressklipping', sentAt: nine + 99 }));
      throw new Error('undone');
    });
    await expect(sending).rejects.toThrow('undone');
    expect(await find(storage, 'gressklipping')).toEqual([]);
    await storage.transaction((store) =>
      addMessage(store, message('late', 'drops', { body: 'Gressklipping', sentAt: nine + 99 })),
    );
    expect(await find(storage, 'gressklippingen')).toEqual(['drops']);
  });

  check('takes words of any length and any letters', async (storage) => {
    await household(storage);
    const long = 'ø'.repeat(5000);
    await put(storage, 't', 'ingrid', ['Lang', `${long} ${'𝒳'.repeat(4000)} a\u0301 \ud83d`], nine);
    expect(await find(storage, long.slice(0, 100))).toEqual(['t']);
    expect(await find(storage, '𝒳'.repeat(100))).toEqual(['t']);
    expect(await find(storage, 'á')).toEqual(['t']);
  });

  check('pages through hits, newest first, while messages arrive', async (storage) => {
    await household(storage);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (hits, limit) => {
          const who = `person${run++}`;
          await storage.putPerson(person(who));
          for (const [i, hit] of hits.entries())
            await put(storage, `${who}-${i}`, who, ['Emne', hit ? 'Besøkene' : 'Noe annet'], nine + i);
          const found = await walk(
            (page) => storage.listThreads({ personId: who, search: 'besøk' }, resident(who), page),
            limit,
            async (page) => {
              await put(storage, `${who}-new-${page}`, who, ['Emne', 'Besøk'], nine + 100 + page);
              const body = 'Besøk';
              const row = message(`${who}-more-${page}`, `${who}-0`, { body, sentAt: nine + 200 + page });
              await storage.transaction((store) => addMessage(store, row));
            },
          );
          const expected = hits.flatMap((hit, i) => (hit ? [`${who}-${i}`] : [])).reverse();
          // The oldest may have become a hit meanwhile: it stands where it stood, or is not there yet.
          expect(found.map(({ id }) => id).filter((id) => hits[0] === true || id !== `${who}-0`)).toEqual(
            expected,
          );
        },
      ),
      { numRuns: 15 },
    );
  });
}
