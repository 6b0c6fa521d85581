/**
 * Who may act for whom, said a second time and as plainly as it can be: what the service lets people do is
 * held against it. Nothing here is of the service's own rules.
 */
import type { Scope } from '../../../../src/backend/types.js';
import { people, powers, type PersonName } from './people.js';

export interface ModelPower {
  id: string;
  giver: string;
  receiver: string;
  scopes: readonly Scope[];
  from: string;
  to: string | null;
  ended: boolean;
}

export interface Model {
  now: number;
  born: Record<string, string>;
  hidden: Set<string>;
  powers: ModelPower[];
  /** When each giver named somebody. */
  tries: { giver: string; at: number }[];
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** The day in Oslo, some days on. */
export const dayOf = (now: number, later = 0): string => {
  const day = new Date(`${calendar.format(now)}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + later);
  return day.toISOString().slice(0, 10);
};

/** As they stand at the beginning. */
export function newModel(now: number, born: Partial<Record<PersonName, string>>): Model {
  return {
    now,
    born: Object.fromEntries(
      Object.values(people).map(({ id, birthDate }) => [id, born[id as PersonName] ?? birthDate]),
    ),
    hidden: new Set(['liv']),
    powers: powers.map(({ id, giverId, receiverId, scopes, validFrom, validTo, endedAt }) => ({
      id,
      giver: giverId,
      receiver: receiverId,
      scopes,
      from: validFrom,
      to: validTo,
      ended: endedAt !== null,
    })),
    tries: [],
  };
}

/** Whether somebody has had so many birthdays; that of 29 February comes on 1 March in other years. */
function isOld({ born, now }: Model, who: string, years: number): boolean {
  const [year = '', rest = ''] = [born[who]?.slice(0, 4), born[who]?.slice(4)];
  return `${Number(year) + years}${rest}` <= dayOf(now);
}

const CHILDREN: Record<string, Record<string, readonly Scope[]>> = {
  frida: {
    gry: ['messages', 'appointments', 'notifications'],
    hans: ['appointments'],
    ivar: ['messages', 'appointments', 'notifications'],
  },
};

/** Not ended, and not past its last day; it may begin later. */
export const isLeft = ({ now }: Model, { ended, to }: ModelPower): boolean =>
  !ended && (to === null || dayOf(now) <= to);

/** What `who` may do for somebody else. */
export function mayDo(model: Model, who: string, other: string): Set<Scope> {
  const may = new Set<Scope>();
  if (!isOld(model, other, 18)) for (const scope of CHILDREN[who]?.[other] ?? []) may.add(scope);
  for (const power of model.powers) {
    const theirs = power.giver === other && power.receiver === who && !model.hidden.has(who);
    if (theirs && isLeft(model, power) && power.from <= dayOf(model.now))
      for (const scope of power.scopes) may.add(scope);
  }
  return may;
}

/** What becomes of giving one: a refusal, or null; then `give` keeps it. */
export function refusalOfGrant(
  model: Model,
  giver: string,
  receiver: string,
  { to, named, rightly }: { to: string | null; named: boolean; rightly: boolean },
): string | null {
  if (to !== null && to < dayOf(model.now)) return 'invalid';
  if (named) {
    const day = 24 * 60 * 60 * 1000;
    const tries = model.tries.filter((one) => one.giver === giver && model.now - one.at < day);
    if (tries.length >= 5) return 'too-many-attempts';
    model.tries.push({ giver, at: model.now });
    if (!rightly) return 'person-unknown';
  }
  if (receiver === giver) return 'proxy-self';
  if (model.hidden.has(receiver)) return 'person-unknown';
  if (!isOld(model, giver, 16)) return 'grantor-too-young';
  return isOld(model, receiver, 18) ? null : 'proxy-too-young';
}

export function give(
  model: Model,
  given: Pick<ModelPower, 'id' | 'giver' | 'receiver' | 'scopes' | 'to'>,
): void {
  for (const power of model.powers)
    if (power.giver === given.giver && power.receiver === given.receiver && isLeft(model, power))
      power.ended = true;
  model.powers.push({ ...given, from: dayOf(model.now), ended: false });
}
