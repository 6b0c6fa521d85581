import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { html } from 'lit/html.js';
import { type PropertyDeclarations, ReactiveElement } from '../../src/elements/reactive-element.js';
import { css } from '../../src/styles/css.js';

class Base extends ReactiveElement {
  static override properties: PropertyDeclarations = {
    name: {},
    level: { attribute: 'its-level', type: Number },
    open: { type: Boolean },
    data: { attribute: false },
  };
  static override styles: readonly string[] = [
    css`
      b {
        color: rgb(1, 2, 3);
      }
    `,
  ];

  declare name: string | null;
  declare level: number | null;
  declare open: boolean;
  declare data: object | null;

  renderings = 0;
  broken = false;

  constructor() {
    super();
    this.name = 'nobody';
    this.level = 2;
    this.open = false;
    this.data = null;
  }

  protected override render(): unknown {
    this.renderings += 1;
    if (this.broken) throw new Error('broken');
    return html`<b>${this.name}, ${this.level}, ${this.open}</b>`;
  }
}

class Derived extends Base {
  static override properties: PropertyDeclarations = { ...Base.properties, more: {} };
  declare more: string | null;
}

customElements.define('test-base', Base);
customElements.define('test-derived', Derived);

const text = (element: Element): string => element.shadowRoot!.textContent;

async function place<T extends Base = Base>(markup: string): Promise<T> {
  const box = document.createElement('div');
  box.append(document.createRange().createContextualFragment(markup));
  document.body.append(box);
  const element = box.firstElementChild as T;
  await element.updateComplete;
  return element;
}

describe('ReactiveElement', () => {
  afterEach(() => document.querySelectorAll('body > div').forEach((box) => box.remove()));

  it('takes its properties from attributes: texts, numbers, and whether they are there', async () => {
    const element = await place('<test-base name="Ingrid" its-level="3" open></test-base>');
    expect([element.name, element.level, element.open]).to.deep.equal(['Ingrid', 3, true]);
    expect(text(element)).to.equal('Ingrid, 3, true');
    for (const attribute of ['name', 'its-level', 'open']) element.removeAttribute(attribute);
    await element.updateComplete;
    expect([element.name, element.level, element.open]).to.deep.equal([null, null, false]);
  });

  it('has the properties of what it extends', async () => {
    const element = await place<Derived>('<test-derived name="Marte" more="yes"></test-derived>');
    expect([element.name, element.more]).to.deep.equal(['Marte', 'yes']);
  });

  it('takes over what was set before its class came, also where an attribute says otherwise', async () => {
    const element = await place('<test-late name="attribute"></test-late>');
    Object.assign(element, { name: 'property', data: { a: 1 } });
    customElements.define('test-late', class extends Base {});
    customElements.upgrade(element);
    await element.updateComplete;
    expect(text(element)).to.equal('property, 2, false');
    expect(element.data).to.deep.equal({ a: 1 });
    element.name = 'later';
    await element.updateComplete;
    expect(text(element)).to.equal('later, 2, false');
  });

  it('renders once for many changes, and not for one that is none', async () => {
    const element = await place('<test-base></test-base>');
    const before = element.renderings;
    element.name = 'Nora';
    element.name = 'Sander';
    element.level = 4;
    await element.updateComplete;
    expect(element.renderings).to.equal(before + 1);
    expect(text(element)).to.equal('Sander, 4, false');
    element.name = 'Sander';
    await element.updateComplete;
    expect(element.renderings).to.equal(before + 1);
  });

  it('renders at once what is due when it is told to, once, and only where it stands on a page', async () => {
    const element = await place('<test-base></test-base>');
    const before = element.renderings;
    element.updateNow();
    expect(element.renderings).to.equal(before);
    element.name = 'Nora';
    element.updateNow();
    expect(text(element)).to.equal('Nora, 2, false');
    await element.updateComplete;
    expect(element.renderings).to.equal(before + 1);
    element.name = 'Sander';
    await element.updateComplete;
    expect(text(element)).to.equal('Sander, 2, false');
    const apart = document.createElement('test-base') as Base;
    apart.updateNow();
    expect(apart.renderings).to.equal(0);
  });

  it('renders first when it is connected', async () => {
    const element = document.createElement('test-base') as Base;
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.renderings).to.equal(0);
    expect(element.shadowRoot).to.equal(null);
    const box = document.createElement('div');
    document.body.append(box);
    box.append(element);
    await element.updateComplete;
    expect(element.renderings).to.equal(1);
    element.remove();
    box.append(element);
    await element.updateComplete;
    expect(text(element)).to.equal('nobody, 2, false');
  });

  it('tells its controllers of its life, and says whether rendering has made another one due', async () => {
    const element = await place('<test-base></test-base>');
    const seen: string[] = [];
    const controller: ReactiveController = {
      hostConnected: () => seen.push('connected'),
      hostUpdate() {
        seen.push('update');
        // What is changed before rendering is rendered with the rest.
        element.name = 'in update';
      },
      hostUpdated() {
        seen.push('updated');
        if (seen.length < 4) element.requestUpdate();
      },
      hostDisconnected: () => seen.push('disconnected'),
    };
    element.addController(controller);
    element.requestUpdate();
    expect(await element.updateComplete).to.equal(false);
    expect(await element.updateComplete).to.equal(true);
    expect(text(element)).to.contain('in update');
    element.remove();
    expect(seen).to.deep.equal(['connected', 'update', 'updated', 'update', 'updated', 'disconnected']);
    element.removeController(controller);
    document.body.append(element);
    element.remove();
    expect(seen).to.have.length(6);
  });

  it('goes on after a rendering that failed', async () => {
    const element = await place('<test-base></test-base>');
    element.broken = true;
    element.requestUpdate();
    const failure = await element.updateComplete.then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).to.have.property('message', 'broken');
    element.broken = false;
    element.name = 'Jonas';
    await element.updateComplete;
    expect(text(element)).to.equal('Jonas, 2, false');
  });

  it('wears its sheets, one for all elements', async () => {
    const [one, other] = [
      await place('<test-base></test-base>'),
      await place('<test-derived></test-derived>'),
    ];
    expect(getComputedStyle(one.shadowRoot!.querySelector('b')!).color).to.equal('rgb(1, 2, 3)');
    expect(one.shadowRoot!.adoptedStyleSheets).to.deep.equal([...other.shadowRoot!.adoptedStyleSheets]);
  });
});
