import { expect, fixture, html } from '@open-wc/testing';
import { configure, registerBackend, type BackendSettings } from '../../../src/care/registry.js';
import { HnConfigElement } from '../../../src/elements/config/config.js';
import type { HnContactsElement } from '../../../src/elements/contacts/contacts.js';
import { contact } from '../../support/data.js';
import { fakeBackend } from '../../support/fake-backend.js';
import { reads, textOf } from '../../support/page.js';

/** The settings with which backends of the type `recorded` were made. */
const made: BackendSettings[] = [];
registerBackend('recorded', (settings) => {
  made.push(settings);
  return fakeBackend({ contacts: [contact({ id: settings.url, name: `Fra ${settings.url}` })] });
});

const widgetIn = (root: ParentNode): HnContactsElement => root.querySelector('hn-contacts')!;
const reset = (): void => configure({ backendUrl: undefined, lang: undefined, texts: undefined });

describe('<hn-config>', () => {
  beforeEach(() => {
    made.length = 0;
    reset();
  });
  afterEach(reset);

  describe('is defined', () => {
    it('takes no room and shows what is inside', async () => {
      const config = await fixture<HnConfigElement>(html`<hn-config><p>Inni</p></hn-config>`);
      expect(getComputedStyle(config).display).to.equal('contents');
      expect(config).to.be.instanceOf(HnConfigElement);
      await expect(config).to.be.accessible();
    });

    it('has its settings as attributes and as properties', async () => {
      const config = await fixture<HnConfigElement>(html`<hn-config backend-url="/api"></hn-config>`);
      expect(config.backendUrl).to.equal('/api');
      config.backendType = 'recorded';
      expect(config.getAttribute('backend-type')).to.equal('recorded');
      config.backendUrl = null;
      expect(config.hasAttribute('backend-url')).to.be.false;
    });

    it('keeps what a page has set before its class came', async () => {
      const early = document.createElement('hn-config-early') as HnConfigElement;
      Object.assign(early, { backendUrl: 'https://early.example', backendType: 'recorded' });
      customElements.define('hn-config-early', class extends HnConfigElement {});
      customElements.upgrade(early);
      expect(early.getAttribute('backend-url')).to.equal('https://early.example');
      expect(early.getAttribute('backend-type')).to.equal('recorded');
    });

    it('takes no room in a document into which it is moved', async () => {
      const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Annen side"></iframe>`);
      const config = await fixture<HnConfigElement>(html`<hn-config></hn-config>`);
      frame.contentDocument!.body.append(config);
      expect(frame.contentWindow!.getComputedStyle(config).display).to.equal('contents');
    });
  });

  describe('embedding', () => {
    it('gives address and type to the widgets inside', async () => {
      const page = await fixture(
        html`<hn-config backend-url="https://a.example/api" backend-type="recorded"
          ><hn-contacts></hn-contacts
        ></hn-config>`,
      );
      await reads(widgetIn(page), 'Fra https://a.example/api');
      expect(made[0]!.getToken).to.equal(undefined);
    });

    it('gives them another address when it changes', async () => {
      const page = await fixture<HnConfigElement>(
        html`<hn-config backend-url="https://a.example" backend-type="recorded"
          ><hn-contacts></hn-contacts
        ></hn-config>`,
      );
      await reads(widgetIn(page), 'Fra https://a.example');
      page.backendUrl = 'https://b.example';
      await reads(widgetIn(page), 'Fra https://b.example');
    });

    it('does not mix two of them', async () => {
      const page = await fixture(html`
        <div>
          <hn-config backend-url="https://a.example" backend-type="recorded"
            ><hn-contacts></hn-contacts
          ></hn-config>
          <hn-config backend-url="https://b.example" backend-type="recorded"
            ><hn-contacts></hn-contacts
          ></hn-config>
        </div>
      `);
      const [first, second] = page.querySelectorAll('hn-contacts');
      await reads(first!, 'Fra https://a.example');
      await reads(second!, 'Fra https://b.example');
    });

    it('loses to the widget’s own address, and drops a farther token', async () => {
      configure({
        backendUrl: 'https://page.example',
        backendType: 'recorded',
        getToken: async () => 'secret',
      });
      const page = await fixture(html`
        <hn-config backend-url="https://a.example" backend-type="recorded">
          <hn-contacts backend-url="https://own.example" backend-type="recorded"></hn-contacts>
        </hn-config>
      `);
      await reads(widgetIn(page), 'Fra https://own.example');
      expect(made.map(({ getToken }) => getToken)).to.deep.equal([undefined]);
    });

    it('drops the page’s token for its own address', async () => {
      configure({
        backendUrl: 'https://page.example',
        backendType: 'recorded',
        getToken: async () => 'secret',
      });
      const page = await fixture(
        html`<hn-config backend-url="https://c.example" backend-type="recorded"
          ><hn-contacts></hn-contacts
        ></hn-config>`,
      );
      await reads(widgetIn(page), 'Fra https://c.example');
      expect(made[0]!.getToken).to.equal(undefined);
    });

    it('leaves the page’s address and token together where it has none', async () => {
      const getToken = async (): Promise<string> => 'secret';
      configure({ backendUrl: 'https://page.example', backendType: 'recorded', getToken });
      const page = await fixture(html`<hn-config lang="en"><hn-contacts></hn-contacts></hn-config>`);
      await reads(widgetIn(page), 'Fra https://page.example');
      await reads(widgetIn(page), 'Health contacts');
      expect(made[0]!.getToken).to.equal(getToken);
    });

    it('is waited for while its class has not come', async () => {
      configure({ backendUrl: 'https://page.example', backendType: 'recorded' });
      const page = await fixture(html`
        <hn-config-late backend-url="https://late.example" backend-type="recorded"
          ><hn-contacts></hn-contacts
        ></hn-config-late>
      `);
      const widget = widgetIn(page);
      await widget.updateComplete;
      expect(widget.matches(':state(loading)')).to.be.true;
      customElements.define('hn-config-late', class extends HnConfigElement {});
      await reads(widget, 'Fra https://late.example');
      expect(made.map(({ url }) => url)).to.deep.equal(['https://late.example']);
    });

    it('is given up after ten seconds, aloud, and taken all the same when it comes after', async () => {
      configure({ backendUrl: 'https://page.example', backendType: 'recorded' });
      const { setTimeout, console } = globalThis;
      const { warn } = console;
      const warnings: string[] = [];
      const waits: number[] = [];
      globalThis.setTimeout = ((run: () => void, ms = 0) => {
        waits.push(ms);
        return setTimeout(run, ms === 10_000 ? 0 : ms);
      }) as unknown as typeof setTimeout;
      console.warn = (text: string) => void warnings.push(text);
      try {
        const page = await fixture(html`
          <hn-config-forgotten backend-url="https://late.example" backend-type="recorded"
            ><hn-contacts></hn-contacts
          ></hn-config-forgotten>
        `);
        await reads(widgetIn(page), 'Tjenesten er ikke tilgjengelig her nå.');
        expect(waits).to.include(10_000);
        expect(warnings.join()).to.match(/<hn-config .*script/);
        // Never the page's own backend: it may be another municipality's.
        expect(made).to.deep.equal([]);
        customElements.define('hn-config-forgotten', class extends HnConfigElement {});
        await reads(widgetIn(page), 'Fra https://late.example');
      } finally {
        globalThis.setTimeout = setTimeout;
        console.warn = warn;
      }
    });

    it('reaches widgets in the shadow roots of others', async () => {
      const page = await fixture(
        html`<hn-config backend-url="https://a.example" backend-type="recorded"><div></div></hn-config>`,
      );
      const root = page.querySelector('div')!.attachShadow({ mode: 'open' });
      root.append(document.createElement('hn-contacts'));
      await reads(widgetIn(root), 'Fra https://a.example');
    });

    it('lets go of a widget that leaves it', async () => {
      const page = await fixture<HnConfigElement>(
        html`<hn-config backend-url="https://a.example" backend-type="recorded"
          ><hn-contacts></hn-contacts
        ></hn-config>`,
      );
      configure({ backendUrl: 'https://page.example', backendType: 'recorded' });
      const widget = widgetIn(page);
      await reads(widget, 'Fra https://a.example');
      page.after(widget);
      await reads(widget, 'Fra https://page.example');
      const inside = document.createElement('hn-contacts');
      page.append(inside);
      page.backendUrl = 'https://b.example';
      // One that is inside tells when the change has come round.
      await reads(inside, 'Fra https://b.example');
      expect(textOf(widget)).to.include('Fra https://page.example');
      widget.remove();
    });
  });

  describe('localization', () => {
    it('lets the page replace single texts', async () => {
      configure({ texts: { nb: { 'contacts.title': 'Hvem kan hjelpe?' } } });
      const page = await fixture(
        html`<hn-config backend-url="https://a.example" backend-type="recorded"
          ><hn-contacts></hn-contacts
        ></hn-config>`,
      );
      await reads(widgetIn(page), 'Hvem kan hjelpe?');
    });
  });
});
