import { describe, expect, it } from 'vitest';
import { codeText, noticePreview, noticeText } from '../../../server/notices/text.js';
import { languages } from './support/rows.js';

const publicUrl = 'https://helse.example.no';
const events = ['message', 'appointment', 'visit-completed'] as const;
const every = events.flatMap((event) =>
  languages.flatMap((language) =>
    (['sms', 'email'] as const).flatMap((channel) =>
      [false, true].map((forOther) => ({ event, language, channel, forOther })),
    ),
  ),
);
const message = { event: 'message', language: 'nb', channel: 'sms', forOther: false } as const;

describe('what a notice says', () => {
  it('is that there is a message and where to log in', () => {
    expect(noticeText(message, publicUrl)).toEqual({
      language: 'nb',
      subject: null,
      text: 'Du har en ny melding fra kommunen. Logg inn for å lese den.\nhttps://helse.example.no/',
    });
    expect(noticeText({ ...message, language: 'nn', channel: 'email' }, publicUrl)).toEqual({
      language: 'nn',
      subject: 'Ny melding',
      text: 'Du har ei ny melding frå kommunen. Logg inn for å lese meldinga.\n\nhttps://helse.example.no/\n\nDu kan ikkje svare på denne e-posten.',
    });
  });

  it.each(every)('has the public address as its one link, and no id: %j', (notice) => {
    const { text, subject } = noticeText(notice, publicUrl);
    expect(text.match(/https?:\S+/g)).toEqual(['https://helse.example.no/']);
    expect(subject === null).toBe(notice.channel === 'sms');
    expect(text).not.toMatch(/[?#=]|undefined/);
  });

  it.each(every)('fits into few text messages: %j', (notice) => {
    // 153 characters to a part, 67 where letters like đ ask for another alphabet.
    const { text } = noticeText({ ...notice, channel: 'sms' }, publicUrl);
    expect(text.length).toBeLessThanOrEqual(notice.language === 'se' ? 3 * 67 : 153);
  });

  it('differs from event to event and language to language, and for oneself and another', () => {
    // Of appointments and visits nothing is written in Sámi yet.
    const written = every.filter(({ event, language }) => event === 'message' || language !== 'se');
    const texts = written.map((notice) => noticeText(notice, publicUrl).text);
    expect(new Set(texts).size).toBe(written.length);
  });

  it('is in Norwegian where nothing is written in Sámi', () => {
    for (const event of ['appointment', 'visit-completed'] as const)
      expect(noticeText({ ...message, event, language: 'se' }, publicUrl)).toEqual(
        noticeText({ ...message, event }, publicUrl),
      );
  });

  it('names no kind of appointment, service or person', () => {
    expect(noticeText({ ...message, event: 'appointment', forOther: true }, publicUrl).text).toBe(
      'Det er nytt om en timeavtale til en du kan se timeavtaler for. Logg inn for å se det.\nhttps://helse.example.no/',
    );
  });

  it('says in Sámi what the glossary has, and the sentence in Norwegian', () => {
    const { subject, text, language } = noticeText(
      { ...message, language: 'se', channel: 'email' },
      publicUrl,
    );
    expect(language).toBe('se');
    expect(subject).toBe('Ođđa dieđáhus');
    expect(text).toContain('Ođđa dieđáhus\n\nDu har en ny melding fra kommunen.');
  });
});

describe('what is shown beforehand', () => {
  it.each(every)('is what is sent: %j', (notice) => {
    const sent = noticeText(notice, publicUrl);
    const { sms, email } = noticePreview(notice, publicUrl);
    expect(notice.channel === 'sms' ? sms : email).toBe(
      notice.channel === 'sms' ? sent.text : `${sent.subject}\n\n${sent.text}`,
    );
  });
});

describe('what a code comes with', () => {
  const code = '012345';

  it('is the code, where it is from and how long it can be used', () => {
    expect(codeText({ channel: 'sms', language: 'nb', code })).toEqual({
      language: 'nb',
      subject: null,
      text: '012345 er koden din for varsler fra kommunen. Koden gjelder i 10 minutter. Har du ikke bedt om en kode, kan du se bort fra meldingen.',
    });
    expect(codeText({ channel: 'email', language: 'nn', code })).toEqual({
      language: 'nn',
      subject: 'Kode for varsel frå kommunen',
      text: '012345 er koden din for varsel frå kommunen. Koden gjeld i 10 minutt. Har du ikkje bede om ein kode, kan du sjå bort frå meldinga.\n\nDu kan ikkje svare på denne e-posten.',
    });
  });

  it.each(languages)('has no link, no word of health and fits into one text message (%s)', (language) => {
    const { text, language: said } = codeText({ channel: 'sms', language, code });
    expect(text.length).toBeLessThanOrEqual(160);
    expect(text.startsWith(code)).toBe(true);
    expect(text).not.toMatch(/http|\/\/|helse|health|time|besøk|visit|pasient|patient|undefined/i);
    // Nothing is written of it in Sámi yet.
    expect(said).toBe(language === 'se' ? 'nb' : language);
  });
});
