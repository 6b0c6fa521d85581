import { html, type TemplateResult } from 'lit';

/** Text to take along, with a button that copies it; `label` names it. */
export const copyField = (label: string, text: string, copied: () => void): TemplateResult =>
  html`<label class="tool-field"
      >${label}<textarea class="tool-code" readonly rows="14" .value=${text}></textarea>
    </label>
    <button
      type="button"
      @click=${async () => {
        await navigator.clipboard.writeText(text);
        copied();
      }}
    >
      Copy
    </button>`;
