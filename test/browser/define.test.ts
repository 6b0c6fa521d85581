import { expect } from '@open-wc/testing';
import { defineElement } from '../../src/define/define-element.js';
import { VERSION } from '../../src/version.js';

/** What the console said while `act` ran. */
function listen(method: 'warn' | 'error', act: () => void): string[] {
  const said: string[] = [];
  const original = console[method];
  console[method] = (...words: unknown[]) => said.push(words.map(String).join(' '));
  try {
    act();
  } finally {
    console[method] = original;
  }
  return said;
}

const elementClass = () => class extends HTMLElement {};

describe('define', () => {
  it('registers a class under its tag', () => {
    const first = elementClass();
    defineElement('x-first', first);
    expect(customElements.get('x-first')).to.equal(first);
  });

  it('is silent when a second copy of the same version comes', () => {
    const first = elementClass();
    defineElement('x-second', first);
    const said = listen('warn', () => defineElement('x-second', elementClass()));
    expect(said).to.deep.equal([]);
    expect(customElements.get('x-second')).to.equal(first);
  });

  it('registers a class of its own with a suffix', () => {
    const first = elementClass();
    defineElement('x-third', first);
    defineElement('x-third', first, { suffix: '-v2' });
    expect(customElements.get('x-third')).to.equal(first);
    expect(document.createElement('x-third-v2')).to.be.instanceOf(first);
  });

  it('says once that another version is there already, however many tags it meets', () => {
    const older = () => Object.assign(elementClass(), { version: '0.0.1' });
    customElements.define('x-fourth', older());
    customElements.define('x-fifth', older());
    const said = listen('warn', () => {
      defineElement('x-fourth', elementClass());
      defineElement('x-fifth', elementClass());
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.include(VERSION).and.to.include('0.0.1').and.to.include('<x-fourth>');
  });

  it('throws nothing for a tag that cannot be', () => {
    const said = listen('error', () => defineElement('x-sixth', elementClass(), { suffix: ' V2' }));
    expect(said).to.have.length(1);
  });
});
