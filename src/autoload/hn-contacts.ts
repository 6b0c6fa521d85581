/** All that a page with `<hn-contacts>` needs until it is ready, in one file. */
import '../define/hn-contacts.js';
import { bringProvider } from '../define/provider.js';

bringProvider();
