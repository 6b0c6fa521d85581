/**
 * Which notices a reader gets, and where: the addresses and the language are the reader's own whoever they act for,
 * the rules are theirs for the resident.
 */
import type { NoticeEvent } from '../../../src/backend/types.js';
import { toInstant } from '../../../src/domain/oslo.js';
import { pageLimits } from '../../contract/limits.js';
import { routes } from '../../contract/routes/index.js';
import { noticePreview } from '../../notices/text.js';
import { selfLink, type Link } from '../../rules/acting-for.js';
import { tellsOfVisits } from '../../rules/notices.js';
import {
  alwaysTold,
  chosenChannels,
  eventsOf,
  isReachable,
  noSettings,
  withAddress,
  withoutAddresses,
} from '../../rules/notification-settings.js';
import { addressOf, CODE_LIFE, MOST_WRONG } from '../../rules/verification.js';
import { inLanguage } from '../../rules/words.js';
import type { NoticeSettingsRow, VerificationRow } from '../../storage/notices.js';
import type { Store } from '../../storage/storage.js';
import { logResident } from '../access-log.js';
import type { Call, Mount } from '../endpoint.js';
import { invalid, Problem, retryAfter } from '../problem.js';
import { codeOf, countCode } from '../verification.js';
import { checkVersion, versionHeaders } from '../version.js';
import { asResident } from '../visitor.js';

type ReaderCall = Pick<Call, 'services' | 'visitor' | 'lang' | 'now'>;

export function mountNotificationSettings(mount: Mount): void {
  mount(routes.getNotificationSettings, async (call) => answerOf(call, await shownTo(call.store, call)));

  mount(routes.saveNotificationSettings, async (call) => {
    const saved = await call.change((store, visitor) => save(store, { ...call, visitor }));
    call.tell(aboutSettings(call));
    return saved;
  });

  mount(routes.startVerification, startVerification);
  mount(routes.completeVerification, completeVerification);
}

/** To the reader's other pages, whoever is acted for there: the addresses are the same. */
function aboutSettings({ visitor }: Pick<Call, 'visitor'>) {
  const readerId = asResident(visitor).person.id;
  const about = { about: 'person', personId: readerId, readerId, scope: 'notifications' } as const;
  return { ...about, contactId: null, type: 'settings', id: null } as const;
}

async function save(store: Store, call: Call<typeof routes.saveNotificationSettings>) {
  const { body } = call;
  const { party, person } = asResident(call.visitor);
  const before = await shownTo(store, call);
  checkVersion(call, before.version);
  const left = withoutAddresses(before.settings, body);
  const removes = left.mobile !== before.settings.mobile || left.email !== before.settings.email;
  if (removes && left.managedAt) throw new Problem('not-allowed');
  const settings = { ...left, language: body.language };
  checkRules(body.rules, { events: before.rules.map(({ event }) => event), settings, party });

  await store.putNoticeSettings(settings);
  for (const { event, channels } of body.rules)
    await store.putNoticeRule({
      readerId: person.id,
      personId: party.personId,
      event,
      channels: [...new Set(channels)],
    });
  if (removes) await logOwn(store, call, 'address-removed');
  const after = await shownTo(store, call);
  if (choicesIn(after) !== choicesIn(before))
    await logResident(store, call, { what: 'notices-changed', personId: party.personId, threadId: null });
  return answerOf(call, after);
}

const choicesIn = ({ rules }: Shown): string =>
  rules.map(({ event, channels }) => `${event}: ${channels.join()}`).join('; ');

/** @throws Problem `invalid` for what there are no notices of, what is said twice, and none of those that always come */
function checkRules(
  rules: Call<typeof routes.saveNotificationSettings>['body']['rules'],
  { events, settings, party }: { events: readonly NoticeEvent[]; settings: NoticeSettingsRow; party: Link },
): void {
  for (const [index, { event, channels }] of rules.entries()) {
    const twice = rules.findIndex((one) => one.event === event) !== index;
    if (twice || !events.includes(event)) throw invalid(`/rules/${index}/event`);
    // Who has no address that is verified has nothing to choose from.
    if (channels.length === 0 && alwaysTold(event, party) && isReachable(settings))
      throw invalid(`/rules/${index}/channels`, 'too-few');
  }
}

async function startVerification(call: Call<typeof routes.startVerification>) {
  const { store, services, body, now } = call;
  const { channel } = body;
  const { id: readerId } = asResident(call.visitor).person;
  const settings = await settingsOf(store, readerId);
  if (settings.managedAt || !services.settings.noticeChannels?.includes(channel))
    throw new Problem('not-allowed');
  const address = addressOf(channel, body.to);
  if (address === null) throw invalid('/to');
  await countCode(call, { readerId, channel, address });

  await store.endVerifications(readerId, channel, now);
  const row: VerificationRow = {
    id: services.newId(),
    readerId,
    channel,
    address,
    createdAt: now,
    expiresAt: now + CODE_LIFE,
    wrongTries: 0,
    endedAt: null,
  };
  await store.insertVerification(row);
  await store.insertNotice({
    id: services.newId(),
    event: 'verification',
    causeId: row.id,
    readerId,
    personId: readerId,
    channel,
    address,
    language: settings.language,
    forOther: false,
    createdAt: now,
  });
  call.wake();
  return { status: 202, body: { id: row.id, expiresAt: toInstant(row.expiresAt) } };
}

async function completeVerification(call: Call<typeof routes.completeVerification>) {
  const { store, services, now } = call;
  const { id: readerId } = asResident(call.visitor).person;
  const row = await store.getVerification(call.params.id);
  if (row?.readerId !== readerId) throw new Problem('not-found');
  const settings = await settingsOf(store, readerId);
  if (settings.managedAt) throw new Problem('not-allowed');
  if (row.endedAt !== null || row.expiresAt <= now) throw new Problem('code-expired');
  if (row.wrongTries >= MOST_WRONG)
    throw new Problem('too-many-attempts', retryAfter((row.expiresAt - now) / 1000));
  if (call.body.code !== (await codeOf(services.hash, row.id))) {
    // An answer and not thrown: the try is counted in the transaction that gives it.
    await store.countWrongTry(row.id);
    return new Problem('code-wrong').toAnswer();
  }

  await store.putNoticeSettings(withAddress(settings, row));
  await store.endVerifications(readerId, row.channel, now);
  await logOwn(store, call, 'address-verified');
  call.tell(aboutSettings(call));
  return answerOf(call, await shownTo(store, call));
}

/** Addresses are the reader's own, also while acting for another. */
function logOwn(store: Store, call: ReaderCall, what: 'address-verified' | 'address-removed'): Promise<void> {
  const resident = asResident(call.visitor);
  const { id: personId } = resident.person;
  const visitor = { ...resident, party: selfLink(personId) };
  return logResident(store, { ...call, visitor }, { what, personId, threadId: null });
}

const settingsOf = async (store: Store, readerId: string): Promise<NoticeSettingsRow> =>
  (await store.getNoticeSettings(readerId)) ?? noSettings(readerId);

/** What is shown, and a version that is another whenever something else is. */
async function shownTo(store: Store, { services, visitor, now }: ReaderCall) {
  const { party, person } = asResident(visitor);
  const settings = await settingsOf(store, person.id);
  const { language } = settings;
  const { publicUrl, noticeChannels: sendable = [] } = services.settings;
  const kept = await store.listReaderRules(person.id, party.personId);
  const visits = await hearsOfVisits(store, party.personId, now);
  const forOther = party.relation !== 'self';
  const rules = eventsOf(party, { visits }).map((event) => {
    const required = alwaysTold(event, party);
    const rule = kept.find((one) => one.event === event);
    const channels = chosenChannels(settings, rule, { required, sendable });
    return { event, channels, required, preview: noticePreview({ event, language, forOther }, publicUrl) };
  });
  // With the key of the service: what is short, such as a number, cannot be guessed from it.
  const version = await services.hash(
    'notification-settings',
    JSON.stringify([party.personId, settings, rules]),
  );
  return { settings, rules, version };
}

type Shown = Awaited<ReturnType<typeof shownTo>>;

function answerOf(call: ReaderCall, { settings, rules, version }: Shown) {
  const { mobile, mobileVerified, email, emailVerified, managedAt, language } = settings;
  const body = {
    mobile: mobile === null ? null : { value: mobile, verified: mobileVerified },
    email: email === null ? null : { value: email, verified: emailVerified },
    managedAt: managedAt && { label: inLanguage(managedAt.label, call.lang), url: managedAt.url },
    language,
    rules,
    version,
  };
  return { headers: versionHeaders(body), body };
}

/** Whether the resident gets visits of which notices are given. */
async function hearsOfVisits(store: Store, personId: string, now: number): Promise<boolean> {
  let cursor: string | null = null;
  do {
    const page = await store.listPersonContacts(personId, { limit: pageLimits.max, cursor });
    if (page.items.some((contact) => tellsOfVisits(contact, now))) return true;
    cursor = page.next;
  } while (cursor !== null);
  return false;
}
