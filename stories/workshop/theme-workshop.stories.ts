import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, render } from 'lit';
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test';
import manifest from '../../custom-elements.json' with { type: 'json' };
import { CONTRAST_TOKENS, contrastProblems, parseColour } from '../../src/domain/contrast.js';
import { DESIGN_SYSTEMS } from '../design-systems.js';
import { backendOf } from '../support.js';
import { layTheme, type ThemeName } from '../theme-sheets.js';
import { copyField } from './copying.js';
import { WIDGETS } from './snippets.js';
import './workshop.css';

interface Token {
  name: string;
  default?: string;
  description?: string;
}
type Values = Record<string, string>;

const COLOUR = '--hn-color-';

/** Every token of the widgets, as their manifest has it. */
const TOKENS: readonly Token[] = manifest.modules
  .flatMap(({ declarations }) => declarations as { tagName?: string; cssProperties?: Token[] }[])
  .flatMap(({ tagName, cssProperties = [] }) => (tagName === 'hn-inbox' ? cssProperties : []));

/** What a token is unless a page says otherwise; the description of a colour has the one for dark pages. */
const defaultOf = ({ default: light = '', description = '' }: Token, dark: boolean): string =>
  (dark && /dark (#[\da-f]+)/i.exec(description)?.[1]) || light;

const defaults = (dark: boolean): Values =>
  Object.fromEntries(TOKENS.map((token) => [token.name, defaultOf(token, dark)]));

/** A colour as a field for colours takes it. */
const hex = (text: string): string =>
  `#${parseColour(text)
    .slice(0, 3)
    .map((part) => Math.round(part).toString(16).padStart(2, '0'))
    .join('')}`;

/** What a theme makes of the tokens, on a page of its system. */
async function valuesOf(theme: ThemeName, dark: boolean): Promise<Values> {
  const unlay = await layTheme(theme, dark);
  const probe = document.createElement('span');
  // On the way from one colour to the next it would tell one between.
  probe.style.setProperty('transition', 'none', 'important');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const values = Object.entries(defaults(dark)).map(([name, value]): [string, string] => {
    if (!name.startsWith(COLOUR)) return [name, style.getPropertyValue(name).trim() || value];
    probe.style.setProperty('color', `var(${name}, ${value})`);
    return [name, hex(style.color)];
  });
  probe.remove();
  unlay();
  return Object.fromEntries(values);
}

interface Workshop {
  start: ThemeName | 'none';
  values: Values;
  said: string;
}

/** The fields, the widgets in the look that is made, and what the guard says of its contrasts. */
function themeWorkshop(backendUrl: string, dark: boolean): HTMLElement {
  const place = document.createElement('div');
  const stage = document.createElement('div');
  stage.className = 'tool-stage';
  render(
    WIDGETS.map((tag) => {
      const widget = document.createElement(tag);
      widget.setAttribute('backend-url', backendUrl);
      return widget;
    }),
    stage,
  );
  const plain = defaults(dark);
  let now: Workshop = { start: 'none', values: plain, said: '' };
  const show = (change: Partial<Workshop>): void => {
    now = { ...now, said: '', ...change };
    for (const [name, value] of Object.entries(now.values)) {
      if (value === plain[name]) stage.style.removeProperty(name);
      else stage.style.setProperty(name, value);
    }
    draw();
  };
  const begin = async (start: Workshop['start']): Promise<void> =>
    show({ start, values: start === 'none' ? plain : await valuesOf(start, dark) });
  /** What a token comes to: of one that follows another, the other's. */
  const valueOf = (name: string): string => {
    const value = now.values[name] ?? '';
    const followed = /^var\((.*)\)$/.exec(value)?.[1];
    return followed ? valueOf(followed) : value;
  };
  const field = ({ name }: Token) =>
    html`<label class="tool-field"
      >${name}<input
        type=${name.startsWith(COLOUR) ? 'color' : 'text'}
        .value=${name.startsWith(COLOUR) ? hex(valueOf(name)) : valueOf(name)}
        @input=${({ target }: InputEvent) =>
          show({ values: { ...now.values, [name]: (target as HTMLInputElement).value } })}
    /></label>`;
  const problems = () =>
    contrastProblems(
      Object.fromEntries(CONTRAST_TOKENS.map((name) => [name, parseColour(valueOf(`${COLOUR}${name}`))])),
    );
  const sheet = (): string => {
    const changed = Object.entries(now.values).filter(([name, value]) => value !== plain[name]);
    const lines = changed.map(([name, value]) => `  ${name}: ${value};`);
    return lines.length ? `${WIDGETS.join(',\n')} {\n${lines.join('\n')}\n}` : '';
  };
  const draw = (): void => {
    const wrong = problems();
    render(
      html`<div class="tool">
        <label class="tool-field"
          >Start from<select
            @change=${({ target }: Event) => begin((target as HTMLSelectElement).value as Workshop['start'])}
          >
            <option value="none" ?selected=${now.start === 'none'}>The default look</option>
            ${DESIGN_SYSTEMS.map(
              ({ name, title }) =>
                html`<option value=${name} ?selected=${name === now.start}>${title}</option>`,
            )}
          </select></label
        >
        <div class="tool-tokens">${TOKENS.map(field)}</div>
        <section aria-label="Contrast">
          <p role="status">
            ${
              wrong.length
                ? `${wrong.length} pairs of colours are too close.`
                : 'Every pair of colours is far enough apart.'
            }
          </p>
          <ul>
            ${wrong.map(
              ({ colour, ground, ratio, least }) =>
                html`<li>${colour} on ${ground}: ${ratio.toFixed(2)} of ${least}</li>`,
            )}
          </ul>
        </section>
        ${sheet() ? copyField('Your style sheet', sheet(), () => show({ said: 'Copied' })) : nothing}
        <p role="status">${now.said}</p>
      </div>`,
      place,
    );
  };
  draw();
  const both = document.createElement('div');
  both.append(place, stage);
  return both;
}

const meta: Meta = { title: 'Tools/Theme workshop' };
export default meta;

export const ThemeWorkshop: StoryObj = {
  name: 'Theme workshop',
  render: (_args, { loaded, globals }) => themeWorkshop(backendOf(loaded), globals.scheme === 'dark'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const verdict = canvas.getByRole('region', { name: 'Contrast' });
    await expect(verdict).toHaveTextContent('Every pair of colours is far enough apart.');
    // Too close to white and to what stands on it in the dark.
    await fireEvent.input(canvas.getByLabelText('--hn-color-accent'), { target: { value: '#808080' } });
    await expect(verdict).toHaveTextContent('on-accent on accent');
    await expect(canvas.getByLabelText<HTMLTextAreaElement>('Your style sheet').value).toContain(
      '--hn-color-accent: #808080;',
    );
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Start from' }), 'punkt');
    await waitFor(() => expect(canvas.getByLabelText<HTMLInputElement>('--hn-radius').value).toBe('0'));
    await expect(verdict).toHaveTextContent('Every pair of colours is far enough apart.');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Start from' }), 'none');
  },
};
