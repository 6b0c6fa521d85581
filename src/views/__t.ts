import { html } from 'lit';
/** The analyzer's data knows single tokens only. */
type Sandbox = 'allow-scripts';
const SANDBOX = 'allow-scripts allow-same-origin' as Sandbox;
export const a = () => html`<iframe title="x" sandbox=${SANDBOX}></iframe>`;
