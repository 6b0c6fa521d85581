import type { Backend } from '../backend/backend.js';
import type { BackendError } from '../backend/errors.js';
import { tabStorage } from '../backend/platform.js';
import type { Hint, Id, Instant } from '../backend/types.js';
import type { CareCore, SessionLife } from './core.js';
import { mayHaveDrafts, storedDrafts } from './draft-names.js';
import { onPage } from './page-events.js';
import { openTabs } from './tabs.js';

/** One is warned this long before the session ends, in milliseconds. */
const WARNING = 120_000;
/** What the person does extends the session at most this often, in milliseconds. */
const EXTENDED = 60_000;
/** Past its end a session is asked about this often, in milliseconds. */
const PAST = 10_000;
/** The server's time is known this well, in milliseconds: asked sooner, it may not have come to the end yet. */
const CLOCK_SLACK = 2_000;
/** A hint is followed this long after it has come, in milliseconds. */
const SOON = 100;
/** The longest wait that a timer takes; with more it fires at once. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** What fails in the background is tried again when it is needed. */
const ignore = (): void => undefined;

/** Begins to look after the session: its end, the other tabs, the page, live hints. */
export function startLife(core: CareCore, backend: Backend): SessionLife {
  const { client, state } = core;
  let expiresAt: Instant | null = null;
  let endTimer: ReturnType<typeof setTimeout> | undefined;
  let extendedAt = performance.now();
  let stopWatch: (() => void) | undefined;
  /** Whether another tab told of who is here, so that it needs no telling. */
  let told = false;

  /** Warns two minutes before the end, and asks then and at the end what the server says. */
  const expire = (instant: Instant | null): void => {
    clearTimeout(endTimer);
    expiresAt = instant;
    const endsAt = instant && state.user ? Date.parse(instant) : NaN;
    const left = endsAt - backend.now();
    const ending = left <= WARNING ? endsAt : null;
    if (ending !== state.ending) {
      state.ending = ending;
      core.notify();
    }
    if (!endsAt) return;
    const wait = left > WARNING ? left - WARNING + 100 : left > 0 ? left + CLOCK_SLACK : PAST;
    const ask = async (): Promise<void> => {
      await core.renewSession();
      // Without an answer the time is all there is to go by.
      if (expiresAt === instant) expire(instant);
    };
    endTimer = setTimeout(() => void ask(), Math.min(wait, LONGEST_WAIT));
  };

  /** Deletes the drafts of this backend, save those of `keep`; their code is loaded only where there may be any. */
  const purge = async (keep: Id | null): Promise<void> => {
    if (!mayHaveDrafts(client)) return;
    try {
      await (await import('./drafts.js')).draftsOf(client).purge(keep);
    } catch {
      // The code that knows them did not come. After a log-out nobody is to find any.
      if (keep === null) for (const name of storedDrafts()) tabStorage()?.removeItem(name);
    }
  };

  const unwatch = (): void => {
    stopWatch?.();
    stopWatch = undefined;
  };
  const watch = (): void => {
    if (state.user && backend.capabilities.has('live'))
      stopWatch ??= backend.watch((news) => void hint(news));
  };

  const tell = (): void => {
    if (state.user) tabs.tell({ user: state.user, expiresAt });
  };

  /** Acts for `partyId`: all requests from here on wait until it is so. */
  const turnTo = (partyId: Id | null): Promise<void | { redirect: string }> => {
    const turned = backend.actFor(partyId);
    const settled = (): Backend => backend;
    core.wait(turned.then(settled, settled));
    core.drop();
    return turned;
  };

  /** Nobody is here any more, by the person's own wish. */
  const leave = async (): Promise<void> => {
    unwatch();
    clearTimeout(endTimer);
    Object.assign(state, {
      user: '',
      party: '',
      access: 'anonymous',
      session: null,
      ending: null,
      ended: false,
    });
    const purged = purge(null);
    await turnTo(null);
    await purged;
  };

  const tabs = openTabs(backend.id, (message) => {
    if (message.out) void leave();
    else if (message.user === state.user) {
      core.outdateSession();
      expire(message.expiresAt);
    } else if (state.user !== undefined) {
      // Another person has logged in: what is shown is not theirs.
      told = true;
      state.party = undefined;
      core.drop();
    }
  });

  const stopPage = onPage({
    returned: () => void hint(null),
    network: core.notify,
  });

  const hint = async (news: Hint | null): Promise<void> => {
    if (!news) {
      await core.renew();
      return;
    }
    const { type, partyId } = news;
    if (type === 'session' || type === 'proxy') void core.renewSession();
    if (partyId && partyId !== state.party && partyId !== state.user) return;
    // What a change of this page has led to is here, and painted, before it is asked for again.
    await new Promise((resolve) => setTimeout(resolve, SOON));
    await core.renew((query) => !!query.options.hints?.includes(type));
  };

  /** After a step on the way in: the answer has no words, so the session is asked for them. */
  const step = async (take: (backend: Backend) => Promise<unknown>): Promise<void> => {
    await client.call(take);
    await core.renewSession();
  };

  const life: SessionLife = {
    identified(before) {
      const { user, session } = state;
      if (user !== before) {
        unwatch();
        extendedAt = performance.now();
        if (user) void purge(user).catch(ignore);
      }
      expire(session?.expiresAt ?? null);
      if (user && user !== before && !told) tell();
      told = false;
    },
    idle: watch,
    hint,
    acceptTerms: () => step((to) => to.acceptTerms(state.session?.terms?.version ?? '')),
    withdrawTerms: () => step((to) => to.withdrawTerms()),
    async extendSession() {
      extendedAt = performance.now();
      const answer = await client.call((to) => to.extendSession());
      core.outdateSession();
      expire(answer.expiresAt);
      tell();
    },
    activity() {
      if (!state.user || !expiresAt || performance.now() - extendedAt < EXTENDED) return;
      // What fails here is said by the warning before the session ends.
      life.extendSession().catch(ignore);
    },
    async logOut() {
      const { logoutUrl } = await backend.endSession().catch((error: unknown) => {
        if ((error as BackendError).code === 'unauthenticated') return { logoutUrl: null };
        throw error;
      });
      tabs.tell({ out: true });
      await leave();
      return logoutUrl;
    },
    async actFor(partyId: Id | null) {
      state.party = undefined;
      try {
        return (await turnTo(partyId))?.redirect ?? null;
      } catch (error) {
        // It is so, though the tab's storage had no room for it after a reload.
        if (error instanceof DOMException && error.name === 'QuotaExceededError') return null;
        throw error;
      }
    },
    stop() {
      clearTimeout(endTimer);
      unwatch();
      tabs.close();
      stopPage();
    },
  };
  if (state.user !== undefined) life.identified(undefined);
  watch();
  return life;
}
