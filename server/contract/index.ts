/**
 * The HTTP contract: one schema from which requests are validated, answers are
 * checked in tests, and `docs/openapi.json` and the wire types are generated.
 * Web standards only, for the mock in the browser runs the same application.
 */
export * from './limits.js';
export * from './scalars.js';
export * from './problems.js';
export * from './field-errors.js';
export * from './operation.js';
export * from './schemas/common.js';
export * from './schemas/session.js';
export * from './schemas/contact.js';
export * from './schemas/appointment.js';
export * from './schemas/thread.js';
export * from './schemas/proxy.js';
export * from './schemas/notification-settings.js';
export * from './schemas/staff.js';
export * from './schemas/staff-appointment.js';
export * from './routes/index.js';
export { openApiDocument } from './document.js';
