/** Registers `<hn-appointments>`. */
import { HnAppointmentsElement } from '../elements/appointments/appointments.js';
import { defineElement } from './define-element.js';

defineElement('hn-appointments', HnAppointmentsElement);

export { HnAppointmentsElement };
