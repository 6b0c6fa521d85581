/** All that a page with `<hn-appointments>` needs until it is ready, in one file. */
import '../define/hn-appointments.js';
import { bringProvider } from '../define/provider.js';

bringProvider();
