import { expect, fixture } from '@open-wc/testing';
import { html, nothing, render } from 'lit/html.js';
import { rows } from '../../src/views/rows.js';

describe('rows', () => {
  let list: HTMLElement;
  let looked: string[];

  beforeEach(async () => {
    list = await fixture(html`<div></div>`);
    looked = [];
  });

  const show = (...values: (readonly [name: string, count: number])[]): string => {
    looked = [];
    const row = ([name, count]: readonly [string, number]) => {
      looked.push(name);
      return html`<li>${name} ${count}</li>`;
    };
    render(
      values.length
        ? html`<ul>
            ${rows(values, row)}
          </ul>`
        : nothing,
      list,
    );
    return [...list.querySelectorAll('li')].map(({ textContent }) => textContent).join();
  };

  it('looks again at those of which a value is another', () => {
    expect(show(['a', 1], ['b', 1], ['c', 1])).to.equal('a 1,b 1,c 1');
    const [first, second] = list.querySelectorAll('li');
    expect(show(['a', 1], ['b', 2], ['c', 1])).to.equal('a 1,b 2,c 1');
    expect(looked).to.deep.equal(['b']);
    expect([...list.querySelectorAll('li')].slice(0, 2)).to.deep.equal([first, second]);
  });

  it('shows each where it stands now, more or fewer of them', () => {
    show(['a', 1], ['b', 1]);
    expect(show(['n', 1], ['a', 1], ['b', 1])).to.equal('n 1,a 1,b 1');
    expect(show(['a', 1], ['b', 1])).to.equal('a 1,b 1');
    expect(show(['a', 1])).to.equal('a 1');
    expect(looked).to.deep.equal([]);
    expect(show(['a', 1], ['b', 1])).to.equal('a 1,b 1');
  });

  it('has them all in a list that was gone meanwhile', () => {
    show(['a', 1], ['b', 1]);
    expect(show()).to.equal('');
    expect(show(['a', 1], ['b', 1])).to.equal('a 1,b 1');
  });
});
