import { RuleTester } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, it } from 'vitest';
import { elementAnatomy } from '../../scripts/eslint/element-anatomy.mjs';

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });
const filename = '/src/elements/contacts/contacts.ts';

tester.run('element-anatomy', elementAnatomy, {
  valid: [
    {
      name: 'an element in order',
      filename,
      code: `class HnContactsElement extends Base {
        static styles = [sheet];
        @property() municipality = '';
        @property({ type: Boolean }) public = false;
        @state() open = null;
        #query = new Query(this);
        connectedCallback() {}
        openContact() {}
        render() { return this.#renderList(); }
        #renderList() {}
      }`,
    },
    {
      name: 'a class that is no element',
      filename: '/src/care/client.ts',
      code: 'class A { render() {} b = 1 }',
    },
  ],
  invalid: [
    {
      name: 'render before an action',
      filename,
      code: 'class HnContactsElement extends Base { render() {} openContact() {} }',
      errors: [{ messageId: 'order' }],
    },
    {
      name: 'a public property after state',
      filename,
      code: 'class HnContactsElement extends Base { @state() open = null; @property() lang = null; }',
      errors: [{ messageId: 'order' }],
    },
    {
      name: 'another class name than the file says',
      filename,
      code: 'class ContactsElement extends Base {}',
      errors: [{ messageId: 'className' }],
    },
    {
      name: 'an action named for its event',
      filename,
      code: 'class HnContactsElement extends Base { #handleClick() {} }',
      errors: [{ messageId: 'action' }],
    },
    {
      name: 'the private keyword',
      filename,
      code: 'class HnContactsElement extends Base { private open = 1; }',
      errors: [{ messageId: 'hash' }],
    },
    {
      name: 'a boolean that is true by default',
      filename,
      code: 'class HnContactsElement extends Base { @property({ type: Boolean }) filter = true; }',
      errors: [{ messageId: 'boolean' }],
    },
  ],
});
