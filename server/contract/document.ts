/** The OpenAPI 3.1 document of the contract. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { headerParameters } from './operation.js';
import { operations } from './routes/index.js';
import { Hint } from './schemas/thread.js';

const description = `What widgets and a backend say to each other.

JSON in UTF-8. Instants are RFC 3339 with offset; dates are \`YYYY-MM-DD\` in Europe/Oslo; ids are opaque.
Errors are \`application/problem+json\` with a stable \`code\`; a 422 \`invalid\` lists places and codes, never values.
What belongs to others answers 404. Private answers carry \`Cache-Control: no-store\` and
\`Vary: Origin, Authorization, Cookie, HN-Acting-For\`. Cookie requests that change something need an allowed
\`Origin\`. No identity number, message text or word searched for in messages ever stands in an address or a log.

Each operation says who may call it: \`x-access\` (\`public\`, \`anonymous-ok\`, \`terms\`: logged in,
\`active\`: logged in and active, \`staff\`), \`x-scope\` (what acting for another must cover), \`x-acting-for\`
(\`used\`, \`ignored\`, \`refused\`), \`x-idempotency-key\` and \`x-if-match\` (whether the header is required).`;

let document: object | undefined;

/** The same object every time; do not change it. */
export function openApiDocument(): object {
  document ??= build();
  return document;
}

function build(): object {
  const app = new OpenAPIHono();
  for (const [name, parameter] of Object.entries(headerParameters)) {
    app.openAPIRegistry.registerComponent('parameters', name, parameter);
  }
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-hn-session',
    description: "A resident's. HttpOnly, SameSite=Lax. Without the prefix where the service runs on http.",
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'staffSession', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-hn-staff-session',
    description:
      'Of staff, otherwise the same: one browser can have both. Where the cookie of the side that is asked is missing, the other is looked at.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: 'An access token of the identity provider, for pages on another site.',
  });
  app.openAPIRegistry.register('Hint', Hint);
  for (const operation of operations) app.openAPIRegistry.registerPath(operation);
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'hn-widgets HTTP contract', version: '1.0.0', description, license: { name: 'MIT' } },
    servers: [{ url: '/api' }],
    tags: [
      { name: 'session', description: 'Logging in and out, terms, and who is here.' },
      { name: 'municipalities', description: 'What anyone may see.' },
      { name: 'contacts', description: 'The services that the person receives.' },
      { name: 'appointments', description: 'Appointments.' },
      { name: 'slots', description: 'Free times.' },
      { name: 'threads', description: 'Conversations.' },
      { name: 'messages', description: 'What stands in them.' },
      { name: 'attachments', description: 'Files.' },
      { name: 'proxies', description: 'Powers of attorney.' },
      { name: 'notification-settings', description: 'Which notices, and where to.' },
      { name: 'access-log', description: 'Who has seen what.' },
      { name: 'events', description: 'Live hints.' },
      { name: 'staff', description: 'The other side. Not part of what another backend must have.' },
      { name: 'document', description: 'The contract about itself.' },
    ],
  });
}
