/** Random values and hashes, by WebCrypto. */

const encoder = new TextEncoder();

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** 256 bits that fit in a cookie or address. */
export const randomToken = (): string => toBase64Url(randomBytes(32));

/** 256 bits in base64, as an AES key is handed out. */
export const randomKey = (): string => toBase64(randomBytes(32));

/** SHA-256; enough for values that are random themselves, such as tokens. */
export async function hashToken(token: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(token))));
}

/** HMAC-SHA-256 for values that could be guessed; `purpose` keeps uses apart. */
export type KeyedHash = (purpose: string, value: string) => Promise<string>;

export function createKeyedHash(secret: string): KeyedHash {
  let key: Promise<CryptoKey> | undefined;
  return async (purpose, value) => {
    key ??= crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
    ]);
    const signature = await crypto.subtle.sign('HMAC', await key, encoder.encode(`${purpose}\0${value}`));
    return toBase64Url(new Uint8Array(signature));
  };
}

/** What a person is found by: the number itself is kept nowhere. */
export const hashNationalId = (hash: KeyedHash, nationalId: string): Promise<string> =>
  hash('national-id', nationalId);
