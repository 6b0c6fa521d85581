import type { StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import { configure, expect, userEvent, waitFor, within, type queries } from 'storybook/test';
import type { HnElement } from '../src/elements/base.js';
import type { Scenario, ScenarioName } from '../src/msw/index.js';

/** The time at which each story begins, unless its scenario says otherwise: a Tuesday morning. */
export const STORY_TIME = '2026-11-24T10:15:00+01:00';

// The service starts with each story, and machines are busy now and then.
configure({ asyncUtilTimeout: 20_000, getElementError: (message) => new Error(message ?? '') });

/** The attributes that a story may set. */
export interface ContactsArgs {
  municipality?: string;
  services?: string;
  contact?: string;
  public?: boolean;
  'heading-level'?: number;
  lang?: string;
}

export type ContactsStory = StoryObj<ContactsArgs>;
type Loaded = Record<string, unknown>;

/** Addresses of the care services that stand behind a story; the second where `otherScenario` is given. */
export const backendOf = (loaded: Loaded): string => loaded.backendUrl as string;
export const otherBackendOf = (loaded: Loaded): string => loaded.otherBackendUrl as string;

/** What stands behind a story. */
export const behind = (scenario: ScenarioName | Scenario): { scenario: ScenarioName | Scenario } => ({
  scenario,
});

export const renderContacts = (args: ContactsArgs, { loaded }: { loaded: Loaded }): TemplateResult =>
  html`<hn-contacts
    backend-url=${backendOf(loaded)}
    municipality=${args.municipality ?? nothing}
    services=${args.services ?? nothing}
    contact=${args.contact ?? nothing}
    heading-level=${args['heading-level'] ?? nothing}
    lang=${args.lang ?? nothing}
    ?public=${args.public ?? false}
  ></hn-contacts>`;

/** The attributes that a story of `hn-inbox` may set. */
export interface InboxArgs {
  thread?: string;
  contact?: string;
  folder?: 'inbox' | 'archive';
  public?: boolean;
  'heading-level'?: number;
  lang?: string;
}

export type InboxStory = StoryObj<InboxArgs>;

export const renderInbox = (args: InboxArgs, { loaded }: { loaded: Loaded }): TemplateResult =>
  html`<hn-inbox
    backend-url=${backendOf(loaded)}
    thread=${args.thread ?? nothing}
    contact=${args.contact ?? nothing}
    folder=${args.folder ?? nothing}
    heading-level=${args['heading-level'] ?? nothing}
    lang=${args.lang ?? nothing}
    ?public=${args.public ?? false}
  ></hn-inbox>`;

/** The attributes that a story of `hn-appointments` may set. */
export interface AppointmentsArgs {
  view?: 'list' | 'week' | 'month';
  contact?: string;
  appointment?: string;
  public?: boolean;
  'heading-level'?: number;
  lang?: string;
}

export type AppointmentsStory = StoryObj<AppointmentsArgs>;

export const renderAppointments = (args: AppointmentsArgs, { loaded }: { loaded: Loaded }): TemplateResult =>
  html`<hn-appointments
    backend-url=${backendOf(loaded)}
    view=${args.view ?? nothing}
    contact=${args.contact ?? nothing}
    appointment=${args.appointment ?? nothing}
    heading-level=${args['heading-level'] ?? nothing}
    lang=${args.lang ?? nothing}
    ?public=${args.public ?? false}
  ></hn-appointments>`;

/** The attributes that a story of `hn-proxy-picker` may set. */
export interface ProxyPickerArgs {
  mode?: 'picker' | 'manage' | 'both';
  public?: boolean;
  'heading-level'?: number;
  lang?: string;
}

/** The attributes that a story of `hn-notify-settings` may set. */
export interface NotifySettingsArgs {
  public?: boolean;
  'heading-level'?: number;
  lang?: string;
}

export type ProxyPickerStory = StoryObj<ProxyPickerArgs>;

export const renderProxyPicker = (args: ProxyPickerArgs, { loaded }: { loaded: Loaded }): TemplateResult =>
  html`<hn-proxy-picker
    backend-url=${backendOf(loaded)}
    mode=${args.mode ?? nothing}
    heading-level=${args['heading-level'] ?? nothing}
    lang=${args.lang ?? nothing}
    ?public=${args.public ?? false}
  ></hn-proxy-picker>`;

export type NotifySettingsStory = StoryObj<NotifySettingsArgs>;

export const renderNotifySettings = (
  args: NotifySettingsArgs,
  { loaded }: { loaded: Loaded },
): TemplateResult =>
  html`<hn-notify-settings
    backend-url=${backendOf(loaded)}
    heading-level=${args['heading-level'] ?? nothing}
    lang=${args.lang ?? nothing}
    ?public=${args.public ?? false}
  ></hn-notify-settings>`;

/** Finds things in a widget as a person does: by role and name. */
export type Inside = ReturnType<typeof within<typeof queries>> & { readonly element: HnElement };

export const inside = (element: HnElement): Inside => ({
  ...within(element.shadowRoot as unknown as HTMLElement),
  element,
});

/** The widget of a story, in one of `states`: shown to its end when nothing else is said. */
export async function widgetOf(
  canvas: HTMLElement,
  states: readonly string[] = ['ready', 'empty', 'locked', 'error'],
  tag: `hn-${string}` = 'hn-contacts',
): Promise<Inside> {
  const widget = canvas.querySelector<HnElement>(tag);
  if (!widget) throw new Error(`The story shows no ${tag}.`);
  await waitFor(() => expect(states.filter((state) => widget.matches(`:state(${state})`))).not.toEqual([]));
  return inside(widget);
}

/** Waits for a button, and presses it. */
export async function press(widget: Inside, name: string | RegExp): Promise<void> {
  const [button] = await widget.findAllByRole('button', { name });
  await userEvent.click(button as HTMLElement);
}

/** Opens the composer of home care. */
export async function openComposer(canvas: HTMLElement): Promise<Inside> {
  const widget = await widgetOf(canvas);
  await press(widget, /^(Ny melding|Fortsett på meldingen).*Hjemmesykepleie/);
  await widget.findByRole('button', { name: 'Send' });
  return widget;
}

/** Writes a message to home care. */
export async function write(canvas: HTMLElement): Promise<Inside> {
  const widget = await openComposer(canvas);
  await userEvent.selectOptions(widget.getByLabelText(/^Hva gjelder det/), 'visits');
  await userEvent.type(widget.getByLabelText(/^Emne/), 'Besøket i morgen');
  await userEvent.type(widget.getByLabelText(/^Melding/), 'Kan dere komme litt før?');
  return widget;
}

/** Chooses files to go with the message. */
export async function attach({ element }: Inside, ...files: File[]): Promise<void> {
  const input = element.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('There is nowhere to attach files.');
  await userEvent.upload(input, files);
}

/** A picture, the smallest there is: the service looks at what a file is, not at what it is called. */
export function picture(name: string): File {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], name, { type: 'image/png' });
}

/** The inbox of a story, in one of `states`. */
export const inboxOf = (canvas: HTMLElement, states?: readonly string[]): Promise<Inside> =>
  widgetOf(canvas, states, 'hn-inbox');

/** The inbox of a story that opens a conversation from the start, once one can answer. */
export async function conversationOf(canvas: HTMLElement): Promise<Inside> {
  const widget = await inboxOf(canvas, ['ready']);
  await widget.findByLabelText(/^Svar/);
  return widget;
}

/** The appointments of a story, in one of `states`. */
export const appointmentsOf = (canvas: HTMLElement, states?: readonly string[]): Promise<Inside> =>
  widgetOf(canvas, states, 'hn-appointments');

/** The picker of a story, in one of `states`. */
export const pickerOf = (canvas: HTMLElement, states?: readonly string[]): Promise<Inside> =>
  widgetOf(canvas, states, 'hn-proxy-picker');

/** The notification settings of a story, in one of `states`. */
export const settingsOf = (canvas: HTMLElement, states?: readonly string[]): Promise<Inside> =>
  widgetOf(canvas, states, 'hn-notify-settings');

type Play = (context: { canvasElement: HTMLElement }) => Promise<void>;
type Find = (canvas: HTMLElement, states: readonly string[]) => Promise<Inside>;

/** The first answer was an error: the widget that `find` finds says so, with a way to try again. */
export const failing =
  (find: Find): Play =>
  async ({ canvasElement }) => {
    const widget = await find(canvasElement, ['error']);
    await widget.findByRole('button', { name: 'Prøv igjen' });
  };

/** The same, and a page can tell by the widget's state that the browser is not on the net. */
export const offline =
  (find: Find): Play =>
  async ({ canvasElement }) => {
    await failing(find)({ canvasElement });
    await find(canvasElement, ['offline']);
  };

/** Later answers do not come: what `find` has found stays, marked as not up to date. */
export async function fallBehind(widget: Inside): Promise<void> {
  await widget.element.refresh();
  await widget.findByText(/kan være gammelt/);
}
