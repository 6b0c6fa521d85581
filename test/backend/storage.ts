import { vi } from 'vitest';

/** A `Storage` as browsers have it: its keys are its own members. */
export function fakeStorage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? this[key] : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      Reflect.deleteProperty(this, key);
    },
  };
  return Object.create(methods) as Storage;
}

/** Gives this test a session storage of its own. */
export function stubStorage(): Storage {
  const storage = fakeStorage();
  vi.stubGlobal('sessionStorage', storage);
  return storage;
}
