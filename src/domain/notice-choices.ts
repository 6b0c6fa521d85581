import type { Language, NoticeChannel, NoticeEvent, NotificationSettings } from '../backend/types.js';

/** One choice of a person's: which channels a notice comes by, or its language. */
export type ChoiceName = NoticeEvent | 'language';

/** What is chosen: the language's code, or channels with a space between. */
export type Choices = Partial<Record<ChoiceName, string>>;

/** In which order channels stand everywhere. */
export const CHANNELS: readonly NoticeChannel[] = ['sms', 'email'];

const valueOf = (channels: readonly NoticeChannel[]): string =>
  CHANNELS.filter((channel) => channels.includes(channel)).join(' ');

export function choicesOf({ rules, language }: NotificationSettings): Choices {
  return {
    ...Object.fromEntries(rules.map(({ event, channels }) => [event, valueOf(channels)])),
    language,
  };
}

export const channelsOf = (choices: Choices, event: NoticeEvent): NoticeChannel[] =>
  CHANNELS.filter((channel) => choices[event]?.split(' ').includes(channel));

/** `choices` with a channel of a notice turned on or off. */
export function withChannel(
  choices: Choices,
  event: NoticeEvent,
  channel: NoticeChannel,
  on: boolean,
): Choices {
  const others = channelsOf(choices, event).filter((one) => one !== channel);
  return { ...choices, [event]: valueOf(on ? [...others, channel] : others) };
}

/** Whether a notice that one always gets has no way left to come by, though there is one. */
export const lacksWay = (settings: NotificationSettings, choices: Choices, event: NoticeEvent): boolean =>
  settings.rules.some((rule) => rule.required && rule.event === event) &&
  [settings.mobile, settings.email].some((address) => address?.verified) &&
  !channelsOf(choices, event).length;

/** What is sent to the backend to have it so. */
export function changeOf(
  choices: Choices,
  settings: NotificationSettings,
): { rules: { event: NoticeEvent; channels: NoticeChannel[] }[]; language: Language } {
  return {
    rules: settings.rules.map(({ event }) => ({ event, channels: channelsOf(choices, event) })),
    language: (choices.language as Language | undefined) ?? settings.language,
  };
}

/** In which of the choices that stand in `b` the two differ. */
export const differences = (a: Choices, b: Choices): ChoiceName[] =>
  (Object.keys(b) as ChoiceName[]).filter((name) => a[name] !== b[name]);

/** Choices that are not saved. */
export interface Unsaved {
  /** Of what stood there when they were made. */
  version: string;
  base: Choices;
  mine: Choices;
  /** Of these something else has been saved meanwhile, and nobody has chosen between the two. */
  open: ChoiceName[];
}

/**
 * Unsaved choices on top of what stands there now. What the person has not touched follows that; where both
 * have changed, to different things, the person chooses.
 */
export function rebased({ base, mine, open }: Unsaved, now: NotificationSettings): Unsaved {
  const theirs = choicesOf(now);
  const names = Object.keys(theirs) as ChoiceName[];
  const untouched = names.filter((name) => mine[name] === base[name]);
  const kept = { ...theirs, ...mine, ...Object.fromEntries(untouched.map((name) => [name, theirs[name]])) };
  return {
    version: now.version,
    base: theirs,
    mine: kept,
    open: differences(kept, theirs).filter((name) => open.includes(name) || theirs[name] !== base[name]),
  };
}
