import type { NotificationSettings } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import type { HnElement } from '../base.js';

/** `hn-notify-settings` as its desk sees it. */
export interface NotifySettingsHost extends HnElement {
  /** Null where the backend has no settings. */
  readonly settings: Query<NotificationSettings | null>;
}
