import { expect, nextFrame } from '@open-wc/testing';
import { observe } from '../../src/autoload.js';

/** The order matters: a tag once registered stays so for the page. */
describe('the autoloader', () => {
  it('loads nothing while no widget stands in the page', async () => {
    document.body.append(document.createElement('p'));
    await nextFrame();
    expect(customElements.get('hn-config')).to.equal(undefined);
    expect(customElements.get('hn-contacts')).to.equal(undefined);
  });

  it('loads what stands in a shadow root once it is given that root', async () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('hn-config'));
    document.body.append(host);
    await nextFrame();
    expect(customElements.get('hn-config')).to.equal(undefined);

    const stop = observe(root);
    await customElements.whenDefined('hn-config');
    expect(customElements.get('hn-contacts')).to.equal(undefined);
    stop();
    host.remove();
  });

  it('loads a widget that comes into the page later, however deep', async () => {
    const section = document.createElement('section');
    section.append(document.createElement('hn-contacts'));
    document.body.append(section);
    await customElements.whenDefined('hn-contacts');
    expect(section.querySelector('hn-contacts')?.matches(':defined')).to.equal(true);
    section.remove();
  });
});
