/** Loads `<hn-config>` where one stands on the page and has not come: the widgets inside it wait for it. */
export function bringProvider(): void {
  if (document.querySelector('hn-config:not(:defined)')) void import('./hn-config.js');
}
