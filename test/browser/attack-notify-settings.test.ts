/**
 * The texts of `attack.test.ts` in every field that a backend fills for `hn-notify-settings`: addresses, where they
 * are kept, what notices look like, and the dialog that removes an address.
 */
import { expect } from '@open-wc/testing';
import { ATTACKS } from '../support/attack-corpus.js';
import { $, $$, backendOf, expectRead, indices, isSafe, rootOf, until } from '../support/attack-page.js';
import { ANSWERS, Attacked, fieldsOf } from '../support/attacked.js';
import { ACTIVE } from '../support/data.js';
import { showWidget } from '../support/page.js';
import { structureOf, trap, unsafeIn, type Trap } from '../support/trap.js';

const attacked = new Attacked();

describe('attacks in every field of notification settings', function () {
  this.timeout(180_000);
  let watch: Trap;
  beforeEach(() => {
    sessionStorage.clear();
    watch = trap();
  });
  afterEach(async () => {
    // What a handler of a broken picture would do comes a little later.
    for (let turn = 0; turn < 5; turn += 1) await new Promise(requestAnimationFrame);
    watch.stop();
    expect(watch.ran, 'what ran').to.deep.equal([]);
    expect(watch.asked, 'what was asked for').to.deep.equal([]);
    sessionStorage.clear();
  });

  it('are text, and lead nowhere that is not safe', async () => {
    let settings = ANSWERS.SETTINGS;
    const backend = backendOf({ session: () => ACTIVE, 'notification-settings': () => settings });
    const widget = await showWidget('hn-notify-settings', backend);
    await until(() => $$(widget, '#save').length === 1, 'the desk');
    const structure = (): string => structureOf($(widget, '.settings'));
    const harmless = [structure()];
    settings = { ...settings, managedAt: { ...settings.managedAt, url: '' } };
    await widget.refresh();
    harmless.push(structure());
    expect(harmless[0]).to.not.equal(harmless[1]);
    for (const index of indices) {
      settings = attacked.make('SETTINGS', index, { links: true });
      await widget.refresh();
      expect(structure(), ATTACKS[index]).to.be.oneOf(harmless);
      expectRead(attacked, $(widget, '.settings'), 'SETTINGS', index);
      expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
    }
  });

  it('are text where an address is removed', async () => {
    let settings: object = ANSWERS.SETTINGS;
    const backend = backendOf({ session: () => ACTIVE, 'notification-settings': () => settings });
    const widget = await showWidget('hn-notify-settings', backend);
    for (const index of indices) {
      const { mobile, ...others } = attacked.make('SETTINGS', index, { links: true });
      settings = { ...others, mobile, managedAt: null };
      await widget.refresh();
      await until(() => $$(widget, '[data-do=remove][data-id=sms]').length === 1, 'the button');
      $(widget, '[data-do=remove][data-id=sms]').click();
      await until(() => $$(widget, 'dialog').length === 1, 'the dialog');
      expect($(widget, 'dialog strong').textContent).to.equal(mobile.value);
      expect($$(widget, 'dialog strong *')).to.deep.equal([]);
      expect(unsafeIn(rootOf(widget), isSafe)).to.deep.equal([]);
      $(widget, 'dialog [data-do=close]').click();
      await until(() => !$$(widget, 'dialog').length, 'closed');
    }
  });

  it('have stood in every field', () => {
    const left = fieldsOf('SETTINGS').filter(
      (path) => attacked.done.get(`SETTINGS ${path}`)?.size !== ATTACKS.length,
    );
    expect(left, 'fields in which not every attack has stood').to.deep.equal([]);
  });
});
