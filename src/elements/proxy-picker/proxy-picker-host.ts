import type { Page, Proxy } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import type { HnElement } from '../base.js';

/** What stands in `hn-proxy-picker`. */
export type ProxyPickerMode = 'picker' | 'manage' | 'both';

/** `hn-proxy-picker` as its desk sees it. */
export interface ProxyPickerHost extends HnElement {
  readonly mode: ProxyPickerMode;
  readonly proxies: Query<Page<Proxy>>;
}
