/** All that a page with `<hn-notify-settings>` needs until it is ready, in one file. */
import '../define/hn-notify-settings.js';
import { bringProvider } from '../define/provider.js';

bringProvider();
