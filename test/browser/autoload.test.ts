import { expect, nextFrame } from '@open-wc/testing';
import { observe } from '../../src/autoload.js';

/** The files of widgets that the page has asked for. */
async function begun(): Promise<string[]> {
  await nextFrame();
  // A request stands in the list once it has been answered, and this one was sent after all others.
  await fetch(location.href);
  return performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => /\/(autoload|define)\/hn-/.test(path));
}

/** The order matters: a tag once registered stays so for the page. */
describe('the autoloader', () => {
  it('loads nothing while no widget stands in the page', async () => {
    document.body.append(document.createElement('p'));
    expect(await begun()).to.deep.equal([]);
  });

  it('loads what stands in a shadow root once it is given that root', async () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    root.append(document.createElement('hn-config'));
    document.body.append(host);
    expect(await begun()).to.deep.equal([]);

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
