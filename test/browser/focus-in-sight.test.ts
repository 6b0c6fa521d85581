import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { CONVERSATIONS, conversation, message } from '../support/data.js';
import { fakeBackend } from '../support/fake-backend.js';
import { find, showWidget, the } from '../support/page.js';
import { canResize, PRESSED } from '../support/browser.js';

describe('the emergency box on top of the window', () => {
  it('lets nothing that has focus hide behind it, in the list beside either', async () => {
    // It stays on top in a window of at least 40 em.
    if (canResize) await setViewport({ width: 1000, height: 700 });
    const others = Array.from({ length: 24 }, (_, n) =>
      conversation([message({ id: `m-${n}`, threadId: `t-${n}` })], { id: `t-${n}` }),
    );
    const backend = fakeBackend({ conversations: [CONVERSATIONS[0]!, ...others] });
    const widget = await showWidget('hn-inbox', backend, { thread: 't1' });
    await find(widget, 'textbox', 'Svar');
    const root = widget.shadowRoot!;
    const box = the(widget, 'note');
    const controls = [...root.querySelectorAll<HTMLElement>(PRESSED)].filter(
      (element) => !box.contains(element) && element.checkVisibility(),
    );
    const hidden: string[] = [];
    // Backwards, as Shift+Tab goes: what comes into sight then comes in at the top.
    for (const control of controls.reverse()) {
      control.focus();
      const { left, bottom } = control.getBoundingClientRect();
      if (root.elementFromPoint(left + 4, bottom - 4)?.closest('.emergency'))
        hidden.push(control.textContent.trim());
    }
    expect(controls.length).to.be.above(24);
    expect(hidden).to.deep.equal([]);
  });
});
