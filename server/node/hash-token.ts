import { hash } from 'node:crypto';

/** As server/app/crypto.ts does it, at once: every request brings a token. */
export const hashToken = (token: string): string => hash('sha256', token, 'base64url');
