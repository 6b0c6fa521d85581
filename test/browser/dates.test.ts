import { expect } from '@open-wc/testing';
import type { Language } from '../../src/backend/types.js';
import { type Catalogue, loadCatalogue, withCatalogue } from '../../src/i18n/index.js';
import { APPOINTMENT_STRINGS } from '../i18n/appointment-strings.js';
import { DATE_STRINGS } from '../i18n/date-strings.js';

const LANGUAGES: readonly Language[] = ['nb', 'nn', 'en', 'se'];

describe('dates and numbers in words', () => {
  for (const lang of LANGUAGES) {
    describe(`in ${lang}`, () => {
      let catalogue: Catalogue;

      before(async () => {
        catalogue = await loadCatalogue(lang);
      });

      for (const [name, say, expected] of [...DATE_STRINGS, ...APPOINTMENT_STRINGS]) {
        it(`say ${name} in the bytes of every engine`, () => {
          expect(withCatalogue(catalogue, say)).to.equal(expected[lang]);
        });
      }
    });
  }
});
