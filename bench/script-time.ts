import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
}

/** Work of the main thread that a page's scripts cause; what they contain is in them. */
const SCRIPT = new Set([
  'EvaluateScript',
  'v8.evaluateModule',
  'v8.compile',
  'v8.compileModule',
  'FunctionCall',
  'RunMicrotasks',
]);

/** How long the page's thread has run scripts until `hn-ready`, from a trace. */
export const scriptTime = {
  begin: (page: Page): Promise<void> =>
    page.tracing.start({
      categories: ['devtools.timeline', 'v8', 'blink.user_timing', 'disabled-by-default-v8.compile'],
    }),

  /** Milliseconds. */
  async end(page: Page): Promise<number> {
    const trace = new TextDecoder().decode(await page.tracing.stop());
    const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
    const ready = traceEvents.find(({ name }) => name === 'hn-ready');
    if (!ready) throw new Error('the trace holds no hn-ready');
    const runs = traceEvents
      .filter(
        ({ name, ph, pid, tid, ts }) =>
          SCRIPT.has(name) && ph === 'X' && pid === ready.pid && tid === ready.tid && ts < ready.ts,
      )
      .map(({ ts, dur = 0 }) => [ts, Math.min(ts + dur, ready.ts)] as const)
      .sort(([a], [b]) => a - b);
    let [sum, last] = [0, 0];
    for (const [from, to] of runs) {
      sum += Math.max(0, to - Math.max(from, last));
      last = Math.max(last, to);
    }
    return sum / 1000;
  },
};
