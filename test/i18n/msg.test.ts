import { html, type TemplateResult } from 'lit';
import { describe, expect, it } from 'vitest';
import {
  type Catalogue,
  currentCatalogue,
  loadCatalogue,
  loadedCatalogue,
  msg,
  plain,
  plural,
  resolveLanguage,
  sourceCatalogue,
  str,
  together,
  withCatalogue,
  withTexts,
} from '../../src/i18n/index.js';

const text = (strings: TemplateStringsArray, ...values: number[]) => ({ strings, values });

const english: Catalogue = {
  ...sourceCatalogue,
  lang: 'en',
  units: {
    'test.title': 'Health contacts',
    'test.by': text`By ${1}, ${0} answers`,
    'test.bold': text`<b>${1}</b> by ${0}`,
    'test.file.one': text`${0} file`,
    'test.file.other': text`${0} files`,
  },
};
const sami: Catalogue = { ...sourceCatalogue, lang: 'se', units: { 'test.greeting': text`Bures, ${0}!` } };

const title = () => msg('Helsekontakter', { id: 'test.title' });
const by = (who: string, when: string) => msg(str`${who} svarer innen ${when}`, { id: 'test.by' });
const bold = (when: string, who: string) => msg(html`Innen ${when} <b>${who}</b>`, { id: 'test.bold' });

/** The strings and values of a template, as Lit sees them. */
const shape = (template: unknown) => {
  const { strings, values } = template as TemplateResult;
  return { strings: [...strings], values };
};

describe('msg', () => {
  it('is the source in Bokmål', () => {
    expect(title()).toBe('Helsekontakter');
    expect(by('Amina', 'fredag')).toBe('Amina svarer innen fredag');
    expect(shape(bold('fredag', 'Amina'))).toEqual({
      strings: ['Innen ', ' <b>', '</b>'],
      values: ['fredag', 'Amina'],
    });
  });

  it('is the translation, its values where the translation wants them', () => {
    withCatalogue(english, () => {
      expect(title()).toBe('Health contacts');
      expect(by('Amina', 'Friday')).toBe('By Friday, Amina answers');
      const template = bold('Friday', 'Amina');
      expect(shape(template)).toEqual({ strings: ['<b>', '</b> by ', ''], values: ['Amina', 'Friday'] });
      expect(template).toHaveProperty('_$litType$', 1);
    });
  });

  it('gives one template the same strings each time, so that Lit updates it in place', () => {
    withCatalogue(english, () => {
      const [first, second] = ['Monday', 'Tuesday'].map((when) => bold(when, 'Amina'));
      expect(first!.strings).toBe(second!.strings);
    });
  });

  it('is the source marked as Bokmål where the language lacks it', () => {
    withCatalogue(sami, () => {
      const marked = { strings: ['<span lang="nb">', '</span>'] };
      expect(shape(title())).toEqual({ ...marked, values: ['Helsekontakter'] });
      expect(shape(by('Amina', 'fredag'))).toEqual({ ...marked, values: ['Amina svarer innen fredag'] });
      expect(shape(bold('fredag', 'Amina')).strings).toEqual(marked.strings);
    });
  });

  it('is its words where nothing can be marked', () => {
    withCatalogue(sami, () => {
      expect(plain(title())).toBe('Helsekontakter');
      expect(`${title()}: ${by('Amina', 'fredag')}`).toBe('Helsekontakter: Amina svarer innen fredag');
    });
  });

  it('keeps the mark of a text within a translated one', () => {
    withCatalogue(sami, () => {
      const greeting = msg(str`Hei, ${title()}!`, { id: 'test.greeting' });
      expect(plain(greeting)).toBe('Bures, Helsekontakter!');
      const [parts] = shape(greeting).values as unknown[][];
      expect(parts!.map((part) => typeof part)).toEqual(['string', 'object', 'string']);
      expect(plain(together('a ', title()))).toBe('a Helsekontakter');
    });
    expect(together('a', ' ', 'b')).toBe('a b');
  });
});

describe('withTexts', () => {
  const texts = {
    nb: { 'test.title': 'Mine tjenester' },
    en: { 'test.by': 'Expect an answer on {1}', 'test.bold': '<i>{0}</i>' },
  };

  it('puts a page’s own text in place of the library’s, in its language alone', () => {
    withCatalogue(withTexts(sourceCatalogue, texts), () => {
      expect(title()).toBe('Mine tjenester');
      expect(by('Amina', 'fredag')).toBe('Amina svarer innen fredag');
    });
    withCatalogue(withTexts(english, texts), () => expect(title()).toBe('Health contacts'));
    expect(withTexts(sami, texts)).toBe(sami);
    expect(withTexts(english)).toBe(english);
  });

  it('fills in values, and takes no markup', () => {
    withCatalogue(withTexts(english, texts), () => {
      expect(by('Amina', 'Friday')).toBe('Expect an answer on Friday');
      expect(shape(bold('Friday', 'Amina'))).toEqual({ strings: ['', ''], values: ['<i>Friday</i>'] });
    });
  });
});

describe('plural', () => {
  const files = (n: number) =>
    plural(n, {
      one: msg(str`${n} fil`, { id: 'test.file.one' }),
      two: msg(str`${n} filer`, { id: 'test.file.two' }),
      other: msg(str`${n} filer`, { id: 'test.file.other' }),
    });

  it('takes the form of the language', () => {
    expect([0, 1, 2, 5].map(files)).toEqual(['0 filer', '1 fil', '2 filer', '5 filer']);
    withCatalogue(english, () => expect([0, 1, 2].map(files)).toEqual(['0 files', '1 file', '2 files']));
    const dual = { ...sami, units: { 'test.file.two': text`${0} guokte` } };
    withCatalogue(dual, () => expect(files(2)).toBe('2 guokte'));
  });
});

describe('withCatalogue', () => {
  const currentLanguage = (): string => currentCatalogue().lang;

  it('holds for what it runs, however that ends, and nests', () => {
    const seen = withCatalogue(english, () => [
      currentLanguage(),
      withCatalogue(sami, currentLanguage),
      currentLanguage(),
    ]);
    expect(seen).toEqual(['en', 'se', 'en']);
    expect(() => {
      withCatalogue(english, () => {
        throw new Error('while rendering');
      });
    }).toThrow('while rendering');
    expect(currentLanguage()).toBe('nb');
  });

  it('does not hold for what comes after a wait', async () => {
    const after = withCatalogue(english, async () => {
      await Promise.resolve();
      return currentLanguage();
    });
    expect(await after).toBe('nb');
  });
});

describe('loadCatalogue', () => {
  it('has Bokmål at once, and the others when they have come', async () => {
    expect(loadedCatalogue('nb')).toBe(sourceCatalogue);
    expect(await loadCatalogue('nb')).toBe(sourceCatalogue);
    const [first, second] = [loadCatalogue('nn'), loadCatalogue('nn')];
    expect(first).toBe(second);
    expect(loadedCatalogue('nn')).toBeUndefined();
    expect((await first).lang).toBe('nn');
    expect(loadedCatalogue('nn')).toBe(await second);
  });
});

describe('resolveLanguage', () => {
  it.each([
    ['nb', 'nb'],
    ['nb-NO', 'nb'],
    ['no', 'nb'],
    ['NN', 'nn'],
    ['nn-NO', 'nn'],
    ['en', 'en'],
    ['en-US', 'en'],
    ['se', 'se'],
    ['se-NO', 'se'],
    ['sv', 'nb'],
    ['sem', 'nb'],
    ['', 'nb'],
    [null, 'nb'],
    [undefined, 'nb'],
  ])('takes %j as %s', (tag, language) => {
    expect(resolveLanguage(tag)).toBe(language);
  });
});
