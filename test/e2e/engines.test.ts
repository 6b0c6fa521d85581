import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chosenEngines } from '../../scripts/browsers.mjs';
import { startServer, type RunningServer } from '../support/server.js';
import * as act from './support/actions.js';
import { type TestDatabase, createDatabase } from './support/database.js';
import { personWith } from './support/engines.js';
import { CLOCK } from './support/world.js';

let database: TestDatabase;
let server: RunningServer;
beforeAll(async () => {
  database = await createDatabase();
  server = await startServer({ DATABASE_URL: database.url, CLOCK });
});
afterAll(async () => {
  await server.end('SIGTERM');
  await database.drop();
});

describe.each(chosenEngines())('in %s', (engine) => {
  test('Ingrid logs in, sees whom she can reach, writes and sends, reads and answers', async () => {
    const ingrid = await personWith(engine);
    try {
      await ingrid.open(`${server.publicUrl}/municipality.html`);
      await ingrid.click('Logg inn');
      await ingrid.click('Ingrid Solberg');
      await ingrid.see(act.HOME_CARE);
      await ingrid.see('Åpent nå');
      await ingrid.click(`Ny melding til ${act.HOME_CARE}`);
      await ingrid.see('113');
      const subject = `Fra ${engine}`;
      await ingrid.click('Emne');
      await ingrid.type(subject);
      await ingrid.click('Melding');
      await ingrid.type('Kommer dere i dag? Jeg går på tå hev.');
      await ingrid.click('Send');
      await ingrid.see('Meldingen er sendt');
      await ingrid.see('Du kan forvente svar innen onsdag 25. november 2026.');
      const rows = await database.rows(
        `select m.body, m.author_id, t.contact_id from threads t join messages m on m.thread_id = t.id
         where t.subject = $1`,
        [subject],
      );
      expect(rows).toEqual([
        {
          body: 'Kommer dere i dag? Jeg går på tå hev.',
          author_id: 'ingrid-solberg',
          contact_id: 'ostensjo-home-care',
        },
      ]);

      await ingrid.click('Tilbake til meldingene');
      // The new one comes on top, and the others move down.
      await ingrid.see(subject);
      await ingrid.click('Rekkverk i trappen');
      await ingrid.see('Da er det avtalt.');
      await ingrid.click('Svar');
      await ingrid.type(`Takk, sier ${engine}.`);
      await ingrid.click('Send');
      await ingrid.see('Meldingen er sendt');
      await ingrid.see(`Takk, sier ${engine}.`);
      const replies = await database.rows(
        `select t.subject from threads t join messages m on m.thread_id = t.id where m.body = $1`,
        [`Takk, sier ${engine}.`],
      );
      expect(replies).toEqual([{ subject: 'Rekkverk i trappen' }]);
    } finally {
      await ingrid.leave();
    }
  });
});
