/** A new idempotency key: a random UUID, also on pages that are not secure enough for `crypto.randomUUID`. */
export function newKey(): string {
  const random = crypto.getRandomValues(new Uint8Array(36));
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit, at: number) =>
    (+digit ^ ((random[at] ?? 0) & (15 >> (+digit / 4)))).toString(16),
  );
}
