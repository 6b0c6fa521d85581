/** hn-appointments of somebody who has 3,000, of which 200 in the month shown: how light the page stays in each view. */
import type { Browser, Page as Tab } from 'puppeteer-core';
import type { Appointment, OsloDate, Page } from '../src/backend/types.js';
import { addMonths, monthOf, spanOfMonth } from '../src/domain/calendar.js';
import { DAY, addDays, osloDate, osloToMs, toInstant, weekdayOf } from '../src/domain/oslo.js';
import { open } from './browser.js';
import type { Figure } from './report.js';

const ALL = 3_000;
const HOUR = 3_600_000;
/** Enough to push the first rows out of the page. */
const PRESSES = 4;

/** How many a day has: 200 in all next month; in the month after it 24 a week, which are listed at once; else one. */
function countOf(date: OsloDate, today: OsloDate): number {
  const days = daysOf(date);
  switch (monthOf(date)) {
    case monthOf(addMonths(today, 1)):
      return Math.floor(200 / days) + (Number(date.slice(8)) <= 200 % days ? 1 : 0);
    case monthOf(addMonths(today, 2)):
      return /mon|tue|wed/.test(weekdayOf(date)) ? 4 : 3;
    default:
      return 1;
  }
}

/** How many days the month of `date` has. */
function daysOf(date: OsloDate): number {
  const { from, to } = spanOfMonth(monthOf(date));
  return Math.round((to - from) / DAY);
}

/** Made after `pattern`, the earliest first. */
function manyOf(pattern: Appointment, today: OsloDate): Appointment[] {
  const made: Appointment[] = [];
  for (let date = addDays(today, -ALL / 2); made.length < ALL; date = addDays(date, 1)) {
    for (let nth = 0; nth < countOf(date, today) && made.length < ALL; nth += 1) {
      const start = osloToMs(date, `${String(8 + nth).padStart(2, '0')}:15`);
      const id = `many-${made.length}`;
      made.push({
        ...pattern,
        id,
        title: `Besøk ${id}`,
        start: toInstant(start),
        end: toInstant(start + HOUR),
      });
    }
  }
  return made;
}

/** A list as the care service gives it. */
function listOf(all: readonly Appointment[], query: URLSearchParams): Page<Appointment> {
  const edge = (name: 'from' | 'to'): number => Date.parse(query.get(name) ?? '');
  const found = all.filter(({ start }) => {
    const at = Date.parse(start ?? '');
    return !(at < edge('from')) && !(at >= edge('to'));
  });
  if (query.get('order') === 'desc') found.reverse();
  const begin = Number(query.get('cursor') ?? 0);
  const end = begin + Number(query.get('limit') ?? 50);
  return { items: found.slice(begin, end), next: end < found.length ? String(end) : null };
}

/** Does what the widget calls `name`, and waits until all that follows has been fetched and drawn. */
async function act(tab: Tab, name: string, id = ''): Promise<void> {
  await tab.evaluate(`press('[data-do=${name}]${id && `[data-id$="${id}"]`}')`);
  // The one request that goes on is for live hints.
  await tab.waitForNetworkIdle({ concurrency: 1 });
}

/** An appointment as the server gives it: a home visit, which has a window. */
async function patternOf(browser: Browser, url: string): Promise<Appointment> {
  const { page, close } = await open(browser, url, '<script>dispatchEvent(new Event("hn-ready"))</script>');
  const { items } = (await page.evaluate(
    'fetch("/api/appointments").then((got) => got.json())',
  )) as Page<Appointment>;
  await close();
  const found = items.find(({ window }) => window);
  if (!found) throw new Error('the seed has no home visit');
  return found;
}

export async function manyAppointments(browser: Browser, url: string, body: string): Promise<Figure[]> {
  const today = osloDate(Date.now());
  const all = manyOf(await patternOf(browser, url), today);
  let asked = 0;
  const opened = await open(browser, url, body, ({ pathname, searchParams }) => {
    if (pathname !== '/api/appointments') return undefined;
    asked += 1;
    return listOf(all, searchParams);
  });
  const { page } = opened;
  await page.waitForNetworkIdle({ concurrency: 1 });
  const figures: Figure[] = [];
  const look = async (view: string): Promise<void> => {
    const nodes = Number(await page.evaluate('countNodes(document.body)'));
    figures.push({ name: `nodes of 3,000, ${view}`, value: nodes, must: 1_000 });
  };
  await look('list');
  for (let n = 0; n < PRESSES; n += 1) await act(page, 'further');
  await look('further in the list');
  await act(page, 'earlier');
  for (let n = 0; n < PRESSES; n += 1) await act(page, 'further');
  await look('earlier');
  await act(page, 'view', 'month');
  asked = 0;
  await act(page, 'calendar-after');
  figures.push({ name: 'requests for a month of 200', value: asked, must: 1 });
  await act(page, 'calendar-day', '-15');
  await look('month');
  await act(page, 'view', 'week');
  await look('week');
  await act(page, 'view', 'month');
  await act(page, 'calendar-after');
  await act(page, 'view', 'week');
  await look('week of 24');
  await opened.close();
  return figures;
}
