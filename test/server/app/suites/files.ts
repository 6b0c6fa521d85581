import { expect } from 'vitest';
import { contentDisposition } from '../../../../server/app/routes/attachments.js';
import { messageLimits } from '../../../../server/contract/limits.js';
import { safeName } from '../../../../server/rules/attachments.js';
import { hours } from '../support/times.js';
import type { PersonName } from '../support/people.js';
import type { Suite } from '../support/suite.js';
import type { Ask, World } from '../support/world.js';
import { newThread } from './sending.js';

const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';
/** The beginning of a Windows program. */
const PROGRAM = new Uint8Array(216);
PROGRAM.set([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]);
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

function form(content: BlobPart, name: string, type = 'application/pdf'): FormData {
  const data = new FormData();
  data.append('file', new File([content], name, { type }));
  return data;
}

const upload = (world: World, content: BlobPart, name: string, ask: Ask = { as: 'anna' }) =>
  world.ask('POST', '/api/attachments', { key: null, raw: form(content, name), ...ask });

const sendWith = (world: World, attachmentIds: string[], as: PersonName = 'anna', actingFor?: string) =>
  world.ask('POST', '/api/threads', {
    as,
    body: newThread({ attachmentIds }),
    ...(actingFor ? { actingFor } : {}),
  });

export const files: Suite = (check) => {
  check('a file is uploaded, sent and downloaded, and never shown', async (world) => {
    const file = await upload(world, PDF, 'Brev fra Åse.pdf');
    expect(file.status).toBe(201);
    expect(file.body).toEqual({
      id: file.body.id,
      name: 'Brev fra Åse.pdf',
      mediaType: 'application/pdf',
      size: PDF.length,
    });
    const sent = await sendWith(world, [file.body.id]);
    expect(sent.status).toBe(201);
    const messages = await world.ask('GET', `/api/threads/${sent.body.id}/messages`, { as: 'anna' });
    expect(messages.body.items[0]?.attachments).toEqual([file.body]);
    for (const [path, as] of [
      [`/api/attachments/${file.body.id}`, 'anna'],
      [`/api/staff/attachments/${file.body.id}`, 'amina'],
    ] as const) {
      const got = await world.ask('GET', path, { as });
      expect(await got.response.text()).toBe(PDF);
      expect(Object.fromEntries(got.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="Brev fra Ase.pdf"; filename*=UTF-8''Brev%20fra%20%C3%85se.pdf`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
      });
    }
    const list = await world.ask('GET', '/api/staff/threads', { as: 'amina' });
    expect(list.body.items[0]?.lastMessage.attachments).toBe(1);
    const log = await world.ask('GET', '/api/access-log?lang=en', { as: 'anna' });
    expect(log.body.items.map(({ what }) => what).sort()).toEqual(['Opened an attachment', 'Sent a message']);
  });

  check('the type goes by content: a program called .pdf is refused', async (world) => {
    for (const [content, name, code] of [
      [PROGRAM, 'faktura.pdf', 'media-type'],
      ['#!/bin/sh\nrm -rf /\n', 'faktura.pdf', 'attachment-rejected'],
      ['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', 'bilde.svg', 'media-type'],
      [PNG, 'bilde.pdf', 'attachment-rejected'],
      ['nul\0', 'notat.txt', 'media-type'],
      [new Uint8Array([0xff, 0xfe, 0xfd, 0xc0]), 'notat.txt', 'media-type'],
      ['', 'tom.pdf', 'attachment-rejected'],
    ] as const) {
      const { status, body } = await upload(world, content, name);
      expect([name, status, body.code]).toEqual([name, 422, code]);
    }
    expect((await upload(world, PNG, 'bilde', { as: 'anna' })).body).toMatchObject({
      name: 'bilde.png',
      mediaType: 'image/png',
    });
    expect((await upload(world, 'Hei på deg', 'notat.txt')).body.mediaType).toBe('text/plain');
  });

  check('names lose what could mislead', async (world) => {
    const { body } = await upload(world, PDF, '../../etc/pa\u202Efdp.exe\u0007\u200B<b>.pdf');
    expect(body.name).toBe('pafdp.exe_b_.pdf');
    expect(safeName('C:\\brukere\\anna\\brev.pdf')).toBe('brev.pdf');
    expect(safeName('.. . /')).toBe('');
    expect(Array.from(safeName(`${'å'.repeat(300)}.pdf`))).toHaveLength(100);
    expect(safeName(`${'å'.repeat(300)}.pdf`)).toMatch(/å\.pdf$/);
    expect(contentDisposition(`a"b\\c%d'(ŋ).pdf`)).toBe(
      `attachment; filename="a_b_c_d'(_).pdf"; filename*=UTF-8''a%22b%5Cc%25d%27%28%C5%8B%29.pdf`,
    );
  });

  check('a file of 50 MB is refused before it is read, and told how much fits', async (world) => {
    const { status, body } = await upload(world, new Uint8Array(50 * 1024 * 1024), 'stor.pdf');
    expect([status, body.code, body.limit]).toEqual([413, 'too-large', 10 * 1024 * 1024]);
  });

  check(
    'the limit is the file’s own size, to the byte',
    async (world) => {
      const over = await upload(world, PDF.padEnd(1001, ' '), 'stor.pdf');
      expect([over.status, over.body.limit]).toEqual([413, 1000]);
      expect((await upload(world, PDF.padEnd(1000, ' '), 'stor.pdf')).status).toBe(201);
    },
    { settings: { limits: { ...messageLimits, attachmentSize: 1000 } } },
  );

  check('a stream without a length is cut off at the limit', async (world) => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const request = new Request('http://localhost:8080/api/attachments', {
      method: 'POST',
      headers: {
        Cookie: await world.session('anna'),
        Origin: 'http://localhost:8080',
        'Content-Type': 'multipart/form-data; boundary=x',
      },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    const response = await world.app.fetch(request);
    expect(response.status).toBe(413);
    expect(given).toBeLessThan(11 * 1024 * 1024);
  });

  check('what is not one file in a form is refused', async (world) => {
    const none = new FormData();
    none.append('other', 'x');
    const two = form(PDF, 'a.pdf');
    two.append('file', new File([PDF], 'b.pdf'));
    const text = new FormData();
    text.append('file', 'not a file');
    for (const [raw, code] of [
      [none, 'invalid'],
      [two, 'invalid'],
      [text, 'invalid'],
    ] as const) {
      expect((await world.ask('POST', '/api/attachments', { as: 'anna', key: null, raw })).body.code).toBe(
        code,
      );
    }
    const broken = { as: 'anna', key: null, raw: 'no form' } as const;
    const type = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect((await world.ask('POST', '/api/attachments', { ...broken, headers: type })).status).toBe(400);
    expect((await world.ask('POST', '/api/attachments', broken)).body.code).toBe('media-type');
  });

  check('only one’s own, unused and fresh files go with a message, and not too many', async (world) => {
    const idOf = async (ask: Ask = { as: 'anna' }) => (await upload(world, PDF, 'a.pdf', ask)).body.id;
    const used = await idOf();
    expect((await sendWith(world, [used])).status).toBe(201);
    const others = await idOf({ as: 'ola' });
    const forOneself = await idOf({ as: 'berit' });
    const stale = await idOf();
    for (const ids of [[used], [others], [forOneself], ['nothing'], [await idOf(), others]]) {
      const { status, body } = await sendWith(world, ids);
      expect([status, body.code]).toEqual([422, 'attachment-rejected']);
    }
    // Uploaded for herself, a file does not go on her mother's message.
    expect((await sendWith(world, [forOneself], 'berit', 'anna')).body.code).toBe('attachment-rejected');
    const onBehalf = await idOf({ as: 'berit', actingFor: 'anna' });
    expect((await sendWith(world, [onBehalf], 'berit', 'anna')).status).toBe(201);
    const many = await Promise.all(Array.from({ length: 6 }, () => idOf()));
    expect((await sendWith(world, many)).body.code).toBe('too-many-attachments');
    expect((await sendWith(world, [many[0] ?? '', many[0] ?? ''])).body.code).toBe('invalid');
    world.clock.pass(hours(24) + 1);
    const headers = { Cookie: await world.session('anna') };
    const late = { headers, body: newThread({ attachmentIds: [stale] }) };
    expect((await world.ask('POST', '/api/threads', late)).body.code).toBe('attachment-rejected');
    expect((await world.ask('GET', `/api/attachments/${stale}`, { headers })).status).toBe(404);
    await world.app.sweep();
    expect(await world.storage.getAttachment(stale)).toBeNull();
    expect(await world.storage.getAttachment(used)).not.toBeNull();
    const [whose, reader] = [{ personId: 'anna' }, { id: 'anna', direction: 'in' }] as const;
    const threads = await world.storage.listThreads(whose, reader, { limit: 9, cursor: null });
    expect(threads.items).toHaveLength(2);
  });

  check('only who may read the message gets its files', async (world) => {
    const { body: file } = await upload(world, PDF, 'a.pdf');
    const path = `/api/attachments/${file.id}`;
    const status = async (ask: Ask, at = path) => (await world.ask('GET', at, ask)).status;
    expect(await status({ as: 'anna' })).toBe(200);
    expect(await status({ as: 'berit', actingFor: 'anna' })).toBe(404);
    expect(await status({ as: 'amina' }, `/api/staff/attachments/${file.id}`)).toBe(404);
    await sendWith(world, [file.id]);
    expect(await status({ as: 'berit', actingFor: 'anna' })).toBe(200);
    expect(await status({ as: 'berit' })).toBe(404);
    expect(await status({ as: 'ola' })).toBe(404);
    expect(await status({ as: 'carl', actingFor: 'anna' })).toBe(403);
    expect(await status({ as: 'amina' }, `/api/staff/attachments/${file.id}`)).toBe(200);
    expect(await status({ as: 'henrik' }, `/api/staff/attachments/${file.id}`)).toBe(404);
    expect(await status({ as: 'anna' }, `/api/staff/attachments/${file.id}`)).toBe(403);
  });
};
