import type { Browser } from 'puppeteer-core';
import { logIn } from '../test/support/server.js';
import { type Figure, median, quantile } from './report.js';
import { load, number } from './rounds.js';

const ANSWERS = 20;

/**
 * From the sending of a member of staff's answer until it stands, painted, in the conversation that the resident
 * who is logged in with `browser` has open: the time from the commit, and a little more.
 */
export async function arrivals(browser: Browser, url: string): Promise<Figure[]> {
  const { page } = await load(browser, url, 'widget');
  await number(page, 'drive.open(5)');
  const thread = String(await page.evaluate(`document.querySelector('hn-inbox').thread`));
  const staff = await logIn(url, 'amina-yusuf');
  const delays: number[] = [];
  for (let n = 1; n <= ANSWERS; n += 1) {
    // Until live hints have begun, and what the answer before has led to is over.
    await page.waitForNetworkIdle({ idleTime: n === 1 ? 3000 : 500 });
    const body = `Svar ${n} fra hjemmetjenesten`;
    const standing = number(page, `drive.stands('${body}')`);
    const began = performance.timeOrigin + performance.now();
    const answer = await staff.request(`${url}/api/staff/threads/${thread}/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: url,
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ body, attachmentIds: [] }),
    });
    if (answer.status !== 201)
      throw new Error(`an answer was refused: ${answer.status} ${await answer.text()}`);
    await answer.body?.cancel();
    delays.push((await standing) - began);
  }
  await page.close();
  const unit = ' ms';
  return [
    { name: 'answer of staff → stands there, median', value: Math.round(median(delays)), unit },
    {
      name: 'answer of staff → stands there, p95',
      value: Math.round(quantile(delays, 0.95)),
      must: 250,
      unit,
    },
  ];
}
