import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

/** What the library leans on must be there in each engine, else nothing else here means anything. */
describe('the browser under test', () => {
  it('has the platform features that widgets are built on', () => {
    expect('attachInternals' in HTMLElement.prototype).to.equal(true);
    expect('popover' in HTMLElement.prototype).to.equal(true);
    expect('showModal' in HTMLDialogElement.prototype).to.equal(true);
    expect('adoptedStyleSheets' in document).to.equal(true);
    expect(CSS.supports('color', 'light-dark(white, black)')).to.equal(true);
  });

  it('gets real keys from the test runner', async () => {
    const input = await fixture<HTMLInputElement>(html`<input aria-label="Søk" />`);
    input.focus();
    await sendKeys({ type: 'Herøy' });
    expect(input.value).to.equal('Herøy');
  });
});
