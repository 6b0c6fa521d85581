import { tabStorage } from '../backend/platform.js';
import type { PersonSource } from './person.js';

/** What the name of every stored draft begins with. */
export const PREFIX = 'hn:draft:';

/** Names of the drafts that are stored in this tab. */
export const storedDrafts = (): string[] =>
  Object.keys(tabStorage() ?? {}).filter((name) => name.startsWith(PREFIX));

/** Whether there may be any: their code is loaded only then. */
export const mayHaveDrafts = (client: PersonSource): boolean =>
  client.draftsLoaded || storedDrafts().length > 0;
