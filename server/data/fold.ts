/**
 * Letters as people type them when they look for a name: case, accents and
 * Norwegian and Sámi letters do not matter, nor does `aa` for å, `ae` for æ or
 * `oe` for ø.
 */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', æ: 'a', đ: 'd', ŋ: 'n', ŧ: 't', ð: 'd' };

export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[øæđŋŧð]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/a[ae]/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A key that sorts as Norwegian does: æ, ø, å last. No `Intl`: Chromium lacks `nn` and `se`. */
export function sortKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/æ/g, '{a')
    .replace(/ø/g, '{b')
    .replace(/å/g, '{c')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/ŋ/g, 'n')
    .replace(/ŧ/g, 't');
}
