import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moduleEntries, readJson } from './files.js';

interface Named {
  name: string;
}

interface Declaration {
  tagName?: string;
  attributes?: Named[];
  members?: (Named & { kind: string })[];
  events?: Named[];
  slots?: Named[];
  cssParts?: Named[];
  cssProperties?: Named[];
  cssStates?: Named[];
}

const manifest = readJson('custom-elements.json') as {
  modules: { path: string; declarations: Declaration[] }[];
};
const declarations = manifest.modules.flatMap((module) => module.declarations);

/** The public interface that every widget has: names that pages, style sheets and scripts rely on. */
const EVERY_WIDGET = {
  attributes: ['backend-url', 'backend-type', 'lang', 'heading-level', 'public'],
  members: ['backend', 'getToken', 'refresh'],
  events: [
    'hn-ready',
    'hn-login-required',
    'hn-session-ending',
    'hn-session-ended',
    'hn-before-acting-for-change',
    'hn-acting-for-change',
    'hn-error',
  ],
  slots: ['heading', 'help', 'empty', 'footer', ''],
  cssStates: ['loading', 'ready', 'empty', 'error', 'locked', 'offline'],
  cssParts: [
    'base',
    'heading',
    'acting-for',
    'notice',
    'notice-info',
    'notice-success',
    'notice-warning',
    'notice-danger',
    'button',
    'button-primary',
    'button-danger',
    'link',
    'field',
    'label',
    'control',
    'hint',
    'field-error',
    'dialog',
    'dialog-title',
    'dialog-actions',
    'list',
    'item',
    'skeleton',
    'badge',
    'help',
  ],
};

/** What each widget adds. */
const WIDGETS: Record<string, Partial<typeof EVERY_WIDGET>> = {
  'hn-contacts': {
    attributes: ['municipality', 'services', 'contact', 'draft-storage'],
    events: ['hn-compose', 'hn-before-message-send', 'hn-message-sent'],
    cssParts: [
      'contact',
      'contact-name',
      'contact-details',
      'phone',
      'hours',
      'capability',
      'search',
      'composer',
      'attachment',
    ],
  },
  'hn-appointments': {
    attributes: ['view', 'contact', 'appointment'],
    events: [
      'hn-before-appointment-cancel',
      'hn-appointment-cancelled',
      'hn-before-appointment-request',
      'hn-appointment-requested',
      'hn-before-appointment-reschedule',
      'hn-appointment-rescheduled',
    ],
    cssParts: [
      'day',
      'appointment',
      'appointment-time',
      'appointment-status',
      'slot-list',
      'slot',
      'calendar',
    ],
  },
  'hn-inbox': {
    attributes: ['thread', 'contact', 'folder', 'draft-storage'],
    events: ['hn-before-message-send', 'hn-message-sent', 'hn-thread-open', 'hn-unread-change'],
    cssParts: [
      'thread',
      'thread-list',
      'conversation',
      'message',
      'message-own',
      'message-service',
      'composer',
      'attachment',
      'unread',
      'search',
    ],
  },
  'hn-proxy-picker': {
    attributes: ['mode'],
    events: ['hn-before-proxy-grant', 'hn-proxy-granted', 'hn-before-proxy-end', 'hn-proxy-ended'],
    cssParts: ['party', 'grant', 'scope', 'log'],
  },
  'hn-notify-settings': {
    events: ['hn-before-settings-save', 'hn-settings-saved'],
    cssParts: ['channel', 'rule', 'preview', 'verification'],
  },
};

const kinds = Object.keys(EVERY_WIDGET) as (keyof typeof EVERY_WIDGET)[];
const rows = Object.entries(WIDGETS).flatMap(([tag, own]) =>
  kinds.map((kind) => [tag, kind, [...EVERY_WIDGET[kind], ...(own[kind] ?? [])]] as const),
);

describe('the manifest', () => {
  it('names every registered tag, with a path into dist', () => {
    const tags = moduleEntries()
      .map(([name]) => /^\.\/define\/(hn-.+)$/.exec(name)?.[1])
      .filter((tag) => tag !== undefined);
    expect(tags.length).toBeGreaterThan(1);
    for (const tag of tags) {
      const module = manifest.modules.find((candidate) =>
        candidate.declarations.some(({ tagName }) => tagName === tag),
      );
      expect(module?.path, tag).toMatch(/^dist\/.*\.js$/);
      expect(existsSync(module?.path ?? ''), tag).toBe(true);
    }
  });

  it.each(rows)('has of <%s> all %s that pages rely on', (tag, kind, names) => {
    const declaration = declarations.find(({ tagName }) => tagName === tag);
    const found = (declaration?.[kind] ?? []).map(({ name }) => name);
    expect(names.filter((name) => !found.includes(name))).toEqual([]);
  });

  it('has the settings that hn-config gives to the widgets inside it', () => {
    const declaration = declarations.find(({ tagName }) => tagName === 'hn-config');
    const names = declaration?.attributes?.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['backend-url', 'backend-type', 'lang']));
  });
});
