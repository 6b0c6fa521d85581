import { platform } from '../backend/platform.js';
import { VERSION } from '../version.js';

export interface DefineOptions {
  /** Stands after each tag, so that two versions fit on one page: `-v2` registers `hn-contacts-v2`. */
  suffix?: string;
}

/** What the registry knows of a class of ours: which version of the library it came with. */
type Registered = CustomElementConstructor & { version?: string };

let warned = false;

/**
 * Registers `elementClass` as `tag`, unless something is registered there already: a second copy of the
 * same version is silent, anything else gives one console warning in all. Never throws, because what a page
 * loads twice must not stop the page.
 */
export function defineElement(
  tag: string,
  elementClass: CustomElementConstructor,
  { suffix = '' }: DefineOptions = {},
): void {
  const registry = platform.customElements;
  // In Node nothing is an element.
  if (!registry) return;
  const name = tag + suffix;
  const existing: Registered | undefined = registry.get(name);
  if (!existing) {
    // A class stands under one tag only, so a suffixed tag gets a class of its own.
    const registered: Registered = suffix ? class extends elementClass {} : elementClass;
    registered.version = VERSION;
    try {
      registry.define(name, registered);
    } catch (error) {
      console.error(`hn-widgets ${VERSION}: <${name}>`, error);
    }
  } else if (existing.version !== VERSION && !warned) {
    warned = true;
    console.warn(
      `hn-widgets ${VERSION}: <${name}> is registered already, by ${existing.version ?? 'other code'}. ` +
        `define({ suffix: '-v2' }) registers both.`,
    );
  }
}
