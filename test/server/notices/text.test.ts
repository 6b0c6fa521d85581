import { describe, expect, it } from 'vitest';
import { noticeText } from '../../../server/notices/text.js';
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
      subject: null,
      text: 'Du har en ny melding fra kommunen. Logg inn for å lese den.\nhttps://helse.example.no/',
    });
    expect(noticeText({ ...message, language: 'nn', channel: 'email' }, publicUrl)).toEqual({
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
    const { subject, text } = noticeText({ ...message, language: 'se', channel: 'email' }, publicUrl);
    expect(subject).toBe('Ođđa dieđáhus');
    expect(text).toContain('Ođđa dieđáhus\n\nDu har en ny melding fra kommunen.');
  });
});
