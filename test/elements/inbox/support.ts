import type { HnInboxElement } from '../../../src/elements/inbox/inbox.js';
import { CONVERSATIONS, conversation, message, type Conversation } from '../../support/data.js';
import { fakeBackend, type FakeBackend } from '../../support/fake-backend.js';
import { all, find, press, reads, showWidget } from '../../support/page.js';
import { waitUntil } from '../../support/wait.js';

export const TITLE = 'Nytt tidspunkt for morgenstell';
export const OPEN = new RegExp(`^${TITLE}`);

export const withConversations = (of: Parameters<typeof fakeBackend>[0] = {}): FakeBackend =>
  fakeBackend({ conversations: [...CONVERSATIONS], ...of });

export const inbox = (
  backend: FakeBackend,
  attributes: Record<string, string> = {},
): Promise<HnInboxElement> => showWidget('hn-inbox', backend, attributes);

/** An inbox in which somebody has opened the first conversation. */
export async function opened(
  backend: FakeBackend,
  attributes: Record<string, string> = {},
): Promise<HnInboxElement> {
  const widget = await inbox(backend, attributes);
  await press(widget, 'button', OPEN);
  await reads(widget, 'Vi kan komme halv ni.');
  await find(widget, 'textbox', 'Svar');
  return widget;
}

/** Subjects in the list. */
export const subjects = (widget: HnInboxElement): string[] =>
  [...widget.shadowRoot!.querySelectorAll('[part~=thread] [data-do=open]')].map((button) =>
    button.textContent.trim().replace(/\s*\d+ uleste?$/, ''),
  );

/** Waits until focus is at the heading of this conversation. */
export const standsAt = (widget: HnInboxElement, title: string): Promise<void> =>
  waitUntil(() => {
    const { activeElement } = widget.shadowRoot!;
    return activeElement?.matches('h3') && activeElement.textContent === title;
  }, title);

/** What stands in the reply, if one can write one. */
export const written = (widget: HnInboxElement): string | undefined =>
  (all(widget, 'textbox', 'Svar')[0] as HTMLTextAreaElement | undefined)?.value;

/** Conversations of one message each, the newest first. */
export const many = (count: number): Conversation[] =>
  Array.from({ length: count }, (_, n) =>
    conversation(
      [
        message({
          id: `m-${n}`,
          threadId: `t-${n}`,
          sentAt: new Date(Date.parse('2026-11-23T12:00:00Z') - n * 60_000).toISOString(),
        }),
      ],
      { id: `t-${n}`, subject: `Samtale ${n}` },
    ),
  );

/** A conversation of `count` messages. */
export const long = (count: number): Conversation =>
  conversation(
    Array.from({ length: count }, (_, n) =>
      message({
        id: `m-${count - n}`,
        threadId: 't1',
        body: `Melding nummer ${count - n}.`,
        sentAt: new Date(Date.parse('2026-11-23T12:00:00Z') - n * 60_000).toISOString(),
      }),
    ),
    { id: 't1', subject: TITLE },
  );

/** What is printed from now on, until `stop`. */
export function papers(): { printed: string[]; stop: () => void } {
  const printed: string[] = [];
  const observer = new MutationObserver((records) => {
    for (const frame of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      const view = frame instanceof HTMLIFrameElement ? frame.contentWindow : null;
      if (view) view.print = () => printed.push(view.document.body.textContent);
    }
  });
  observer.observe(document.body, { childList: true });
  return { printed, stop: () => observer.disconnect() };
}
