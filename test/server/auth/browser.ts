interface Cookie {
  name: string;
  value: string;
  path: string;
}

/** Just enough of a browser for log-in: cookies by origin, redirects one at a time, forms. */
export class TestBrowser {
  readonly #cookies = new Map<string, Map<string, Cookie>>();

  /** One request; redirects are not followed. */
  async request(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const address = new URL(url);
    const jar = this.#jar(address.origin);
    const headers = new Headers(init.headers);
    const cookies = [...jar.values()]
      .filter(({ path }) => address.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`);
    if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const cut = pair.indexOf('=');
      const name = pair.slice(0, cut);
      const value = pair.slice(cut + 1);
      const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
      const gone = attributes.some((one) => /^(max-age=0|expires=Thu, 01 Jan 1970)/i.test(one));
      // One name may stand for several paths.
      const key = `${name} ${path}`;
      if (gone) jar.delete(key);
      else jar.set(key, { name, value, path });
    }
    return response;
  }

  /** Follows redirects until `stop` holds for the next address, or to the first answer that is none. */
  async follow(
    url: string,
    stop: (next: URL) => boolean = () => false,
  ): Promise<{ url: URL; response: Response | null }> {
    let address = new URL(url);
    for (let step = 0; step < 12; step++) {
      if (stop(address)) return { url: address, response: null };
      const response = await this.request(address);
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null)
        return { url: address, response };
      await response.body?.cancel();
      address = new URL(location, address);
    }
    throw new Error('too many redirects');
  }

  /** Presses a button of a form by its name and value, and gives the address the browser is sent to. */
  async press(page: URL, name: string, value: string): Promise<string> {
    const response = await this.request(page, {
      method: 'POST',
      body: new URLSearchParams({ [name]: value }),
      headers: { origin: page.origin },
    });
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the form answered ${response.status}`);
    return new URL(location, page).href;
  }

  /** For requests that fetch cannot make. */
  cookieHeader(origin: string): string {
    return [...this.#jar(origin).values()].map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  #jar(origin: string): Map<string, Cookie> {
    const jar = this.#cookies.get(origin) ?? new Map<string, Cookie>();
    this.#cookies.set(origin, jar);
    return jar;
  }
}
