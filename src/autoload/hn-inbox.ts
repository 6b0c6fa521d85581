/** All that a page with `<hn-inbox>` needs until it is ready, in one file. */
import '../define/hn-inbox.js';
import { bringProvider } from '../define/provider.js';

bringProvider();
