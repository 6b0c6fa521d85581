import { msg, plain, str } from './msg.js';

/** «fra–til»: two weekdays, times or dates. */
export const formatRange = (from: string, to: string): string =>
  msg(str`${from}–${to}`, { id: 'common.range', desc: 'From and to: two weekdays or two times' });

/** «A, B og C». */
export function formatList(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const first = items.slice(0, -1).join(', ');
  return plain(
    msg(str`${first} og ${last}`, {
      id: 'common.and',
      desc: 'The end of a list: what comes before, and the last',
    }),
  );
}
