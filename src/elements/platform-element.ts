/** Node has no elements; whoever renders pages there imports the classes all the same. */
export const PlatformElement =
  (globalThis as Partial<typeof globalThis>).HTMLElement ?? (Object as unknown as typeof HTMLElement);
