import type { Appointment, Id, Page } from '../../backend/types.js';
import type { Query } from '../../controllers/query.js';
import type { HnElement } from '../base.js';

/** How appointments are laid out. */
export type AppointmentsView = 'list' | 'week' | 'month';

/** `hn-appointments` as its desk sees it. */
export interface AppointmentsHost extends HnElement {
  view: AppointmentsView;
  appointment: Id | null;
  readonly contact: Id | null;
  readonly coming: Query<Page<Appointment>>;
}
