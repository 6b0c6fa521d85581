import type { OsloDate } from '../../src/backend/types.js';

/** A resident. */
export interface PersonRow {
  id: string;
  /** The `sub` that the identity provider knows the person by. */
  subject: string;
  givenName: string;
  familyName: string;
  birthDate: OsloDate;
  municipality: string;
  district: string | null;
  /** Protected address: never found by others. */
  protectedAddress: boolean;
  termsVersion: string | null;
  termsAcceptedAt: number | null;
  /** When a person who has accepted becomes active. */
  activeFrom: number | null;
  /** Base64, 32 bytes; replaced at log-out. */
  draftKey: string | null;
  draftKeyUsedAt: number | null;
}
