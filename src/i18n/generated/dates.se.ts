// From CLDR by scripts/cldr.ts; not edited by hand.
import type { DateWords } from '../types.js';

export const dates: DateWords = {
  months: [
    'ođđajagemánu',
    'guovvamánu',
    'njukčamánu',
    'cuoŋománu',
    'miessemánu',
    'geassemánu',
    'suoidnemánu',
    'borgemánu',
    'čakčamánu',
    'golggotmánu',
    'skábmamánu',
    'juovlamánu',
  ],
  shortMonths: [
    'ođđajagemánu',
    'guovvamánu',
    'njukčamánu',
    'cuoŋománu',
    'miessemánu',
    'geassemánu',
    'suoidnemánu',
    'borgemánu',
    'čakčamánu',
    'golggotmánu',
    'skábmamánu',
    'juovlamánu',
  ],
  weekdays: ['vuossárga', 'maŋŋebárga', 'gaskavahkku', 'duorasdat', 'bearjadat', 'lávvardat', 'sotnabeaivi'],
  shortWeekdays: ['vuos', 'maŋ', 'gask', 'duor', 'bear', 'láv', 'sotn'],
  days: ['ikte', 'odne', 'ihttin'],
  dayAndMonth: 'M D. b.',
  group: '\u00a0',
  decimal: ',',
};
