import type { Party, Session } from '../../../src/backend/types.js';
import type { HnProxyPickerElement } from '../../../src/elements/proxy-picker/proxy-picker.js';
import { ACTIVE, INGRID, MARTE } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { PROXIES } from '../../support/fake-proxies.js';
import { showWidget } from '../../support/page.js';

const NORA: Party = { ...INGRID, id: 'nora', name: 'Nora Solberg', relation: 'child' };
const SANDER: Party = { ...NORA, id: 'sander', name: 'Sander Solberg', scopes: ['appointments'] };
export const MOTHER: Party = { ...INGRID, relation: 'proxy', scopes: ['messages', 'appointments'] };

/** Marte, who has her mother's power of attorney and two children. */
export const FAMILY: Session = { ...ACTIVE, user: MARTE, parties: [MARTE, MOTHER, SANDER, NORA] };

/** A backend with Marte's family and powers. */
export const withFamily = (of: Parameters<typeof fakeBackend>[0] = {}): FakeBackend =>
  fakeBackend({ session: FAMILY, proxies: [...PROXIES], ...of });

export const widgetOf = (
  backend: FakeBackend,
  attributes: Record<string, string> = {},
): Promise<HnProxyPickerElement> => showWidget('hn-proxy-picker', backend, attributes);
