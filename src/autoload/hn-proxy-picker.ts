/** All that a page with `<hn-proxy-picker>` needs until it is ready, in one file. */
import '../define/hn-proxy-picker.js';
import { bringProvider } from '../define/provider.js';

bringProvider();
