/** Notices whatever should not happen on a page while texts of somebody else's are shown. */

/** What a page may not call while nobody presses anything. */
const CALLS = ['alert', 'confirm', 'prompt', 'print', 'hnAttack'] as const;

/** Elements that no view of ours has, and all that loads something. */
const FOREIGN =
  'script, iframe, frame, object, embed, img, image, picture, source, video, audio, track, link, style, meta, base, math, use, foreignObject, animate, set, template, marquee, hn-config hn-config';

const LINKS = ['href', 'src', 'srcset', 'srcdoc', 'action', 'formaction', 'data', 'poster', 'background'];

export interface Trap {
  /** What ran, and what a policy stopped. */
  readonly ran: string[];
  /** Addresses that were asked for, save those of the page's own modules. */
  readonly asked: string[];
  /** Names of files that were handed to the person, and where from. */
  readonly saved: { name: string; href: string }[];
  stop(): void;
}

export function trap(): Trap {
  const ran: string[] = [];
  const asked: string[] = [];
  const saved: Trap['saved'] = [];
  const listening = new AbortController();
  const { signal } = listening;
  const page = window as unknown as Record<string, unknown>;
  const before = new Map<string, unknown>();
  for (const name of CALLS) {
    before.set(name, page[name]);
    page[name] = () => void ran.push(name);
  }
  addEventListener('error', ({ message }) => ran.push(`error: ${message}`), { signal });
  addEventListener('unhandledrejection', ({ reason }) => ran.push(`rejection: ${String(reason)}`), {
    signal,
  });
  document.addEventListener(
    'securitypolicyviolation',
    ({ blockedURI }) => ran.push(`policy: ${blockedURI}`),
    {
      signal,
    },
  );

  const note = (entries: PerformanceEntryList): void => {
    for (const { name, initiatorType } of entries as PerformanceResourceTiming[]) {
      const { host, pathname } = new URL(name, location.href);
      const own =
        host === location.host && (/script|other/.test(initiatorType) || pathname.startsWith('/__w'));
      if (!own) asked.push(`${initiatorType}: ${name}`);
    }
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource' });
  const ask = window.fetch;
  window.fetch = (input, init) => {
    const { href, pathname } = new URL(input instanceof Request ? input.url : input, location.href);
    if (!pathname.startsWith('/__w')) asked.push(`fetch: ${href}`);
    return ask(input, init);
  };
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    saved.push({ name: this.download, href: this.href });
  };
  const elements = document.querySelectorAll(FOREIGN).length;

  return {
    ran,
    asked,
    saved,
    stop() {
      note(observer.takeRecords());
      observer.disconnect();
      listening.abort();
      window.fetch = ask;
      HTMLAnchorElement.prototype.click = click;
      for (const [name, value] of before) {
        if (value === undefined) Reflect.deleteProperty(page, name);
        else page[name] = value;
      }
      if (document.querySelectorAll(FOREIGN).length > elements) ran.push('elements came onto the page');
      if ('polluted' in {}) ran.push('every object was changed');
    },
  };
}

/** What of `root` no view of ours makes: elements, handlers, styles, addresses that are not to be followed. */
export function unsafeIn(root: ParentNode, isSafe: (address: string) => boolean): string[] {
  const found = [...root.querySelectorAll(FOREIGN)].map(({ localName }) => `<${localName}>`);
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|:/.test(name)) found.push(`${element.localName} ${name}=${value}`);
      if (LINKS.includes(name) && !isSafe(value)) found.push(`${element.localName} ${name}=${value}`);
    }
  }
  return found;
}

/** Elements and names of attributes, whatever they hold. */
export function structureOf(element: Element): string {
  const names = element.getAttributeNames().sort().join(' ');
  return `${element.localName}[${names}](${[...element.children].map(structureOf).join('')})`;
}
