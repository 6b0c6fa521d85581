import { describe, expect, it } from 'vitest';
import { noticeText } from '../../../server/notices/text.js';
import { languages } from './support/rows.js';

const publicUrl = 'https://helse.example.no';
const every = languages.flatMap((language) =>
  (['sms', 'email'] as const).flatMap((channel) =>
    [false, true].map((forOther) => ({ language, channel, forOther })),
  ),
);

describe('what a notice says', () => {
  it('is that there is a message and where to log in', () => {
    expect(noticeText({ language: 'nb', channel: 'sms', forOther: false }, publicUrl)).toEqual({
      subject: null,
      text: 'Du har en ny melding fra kommunen. Logg inn for å lese den.\nhttps://helse.example.no/',
    });
    expect(noticeText({ language: 'nn', channel: 'email', forOther: false }, publicUrl)).toEqual({
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

  it('differs from language to language, and for oneself and another', () => {
    const texts = every.map((notice) => noticeText(notice, publicUrl).text);
    expect(new Set(texts).size).toBe(every.length);
  });

  it('says in Sámi what the glossary has, and the sentence in Norwegian', () => {
    const { subject, text } = noticeText({ language: 'se', channel: 'email', forOther: false }, publicUrl);
    expect(subject).toBe('Ođđa dieđáhus');
    expect(text).toContain('Ođđa dieđáhus\n\nDu har en ny melding fra kommunen.');
  });
});
