/** `/healthz`: the process takes requests. `/readyz`: the database answers too. */
import type { Hono } from 'hono';
import type { AppEnv, Services } from './services.js';

/** How long the database may take, in milliseconds. */
const PATIENCE = 2000;

export function mountHealth(app: Hono<AppEnv>, { storage }: Services): void {
  app.get('/healthz', (c) => {
    c.set('route', '/healthz');
    return c.json({ status: 'ok' });
  });
  app.get('/readyz', async (c) => {
    c.set('route', '/readyz');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE);
    });
    const ready = await Promise.race([
      storage.ping().then(
        () => true,
        () => false,
      ),
      late,
    ]);
    clearTimeout(timer);
    return ready ? c.json({ status: 'ok' }) : c.json({ status: 'unavailable' }, 503, { 'Retry-After': '2' });
  });
}
