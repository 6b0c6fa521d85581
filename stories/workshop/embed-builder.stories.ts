import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, render } from 'lit';
import { expect, userEvent, within } from 'storybook/test';
import { DESIGN_SYSTEMS } from '../design-systems.js';
import { copyField } from './copying.js';
import { SNIPPETS, WIDGETS, type Embed, type SnippetKind, type WidgetTag } from './snippets.js';
import './workshop.css';

/** The hashes of the last build, where there has been one. */
const built = import.meta.glob<{ default: Record<string, string> }>('../../dist/cdn/sri.json', {
  eager: true,
});
const hashes = Object.values(built)[0]?.default ?? {};

const LANGUAGES = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English', se: 'Davvisámegiella' };

interface Choice extends Embed {
  kind: SnippetKind;
  said: string;
}

/** The form and what comes of it. */
function embedBuilder(): HTMLElement {
  const place = document.createElement('div');
  let choice: Choice = {
    widgets: ['hn-contacts'],
    backendUrl: 'https://helse.kommune.example.no/api',
    lang: 'nb',
    theme: '',
    files: 'https://cdn.example.no/hn-widgets',
    hashes,
    kind: 'html',
    said: '',
  };
  const choose = (change: Partial<Choice>): void => {
    choice = { ...choice, said: '', ...change };
    draw();
  };
  const toggle = (tag: WidgetTag): void =>
    choose({
      widgets: WIDGETS.filter((one) =>
        one === tag ? !choice.widgets.includes(one) : choice.widgets.includes(one),
      ),
    });
  const text = (label: string, key: 'backendUrl' | 'files') =>
    html`<label class="tool-field"
      >${label}<input
        type="url"
        .value=${choice[key]}
        @input=${({ target }: InputEvent) => choose({ [key]: (target as HTMLInputElement).value })}
    /></label>`;
  const select = (label: string, key: 'lang' | 'theme', of: Record<string, string>) =>
    html`<label class="tool-field"
      >${label}<select
        @change=${({ target }: Event) => choose({ [key]: (target as HTMLSelectElement).value })}
      >
        ${Object.entries(of).map(
          ([value, title]) =>
            html`<option value=${value} ?selected=${value === choice[key]}>${title}</option>`,
        )}
      </select></label
    >`;
  const draw = (): void => {
    const { kind, widgets, said } = choice;
    render(
      html`<form class="tool" @submit=${(event: Event) => event.preventDefault()}>
        <fieldset>
          <legend>Widgets</legend>
          ${WIDGETS.map(
            (tag) =>
              html`<label
                ><input
                  type="checkbox"
                  .checked=${widgets.includes(tag)}
                  @change=${() => toggle(tag)}
                />${tag}</label
              >`,
          )}
        </fieldset>
        ${text('Address of the backend', 'backendUrl')} ${text('Address of the files of dist/cdn', 'files')}
        ${select('Language', 'lang', LANGUAGES)}
        ${select('Theme', 'theme', {
          '': 'The default look',
          ...Object.fromEntries(DESIGN_SYSTEMS.map(({ name, title }) => [name, title])),
        })}
        <fieldset>
          <legend>For</legend>
          ${Object.entries(SNIPPETS).map(
            ([name, { title }]) =>
              html`<label
                ><input
                  type="radio"
                  name="kind"
                  .checked=${name === kind}
                  @change=${() => choose({ kind: name as SnippetKind })}
                />${title}</label
              >`,
          )}
        </fieldset>
        ${
          widgets.length
            ? copyField('Paste this', SNIPPETS[kind].of(choice), () => choose({ said: 'Copied' }))
            : html`<p>Choose at least one widget.</p>`
        }
        <p role="status">${said}</p>
      </form>`,
      place,
    );
  };
  draw();
  return place;
}

const meta: Meta = { title: 'Tools/Embed builder' };
export default meta;

export const EmbedBuilder: StoryObj = {
  name: 'Embed builder',
  render: embedBuilder,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const snippet = (): string => canvas.getByLabelText<HTMLTextAreaElement>('Paste this').value;
    await expect(snippet()).toContain('/hn-contacts.js"');
    await userEvent.click(canvas.getByRole('checkbox', { name: 'hn-inbox' }));
    await expect(snippet()).toContain('/hn.js"');
    await expect(snippet()).toContain(
      '<hn-inbox backend-url="https://helse.kommune.example.no/api" lang="nb">',
    );
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Theme' }), 'punkt');
    await userEvent.click(canvas.getByRole('radio', { name: 'React' }));
    await expect(snippet()).toContain("import 'hn-widgets/themes/punkt.css';");
    await userEvent.click(canvas.getByRole('radio', { name: 'CMS' }));
    await expect(snippet()).toContain('<div class="hn-inbox">');
  },
};
