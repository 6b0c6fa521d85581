/** All that a page with `<hn-contacts>` needs, in one file: the widget and the provider around it. */
import '../define/hn-config.js';
import '../define/hn-contacts.js';
