/** The text of a design system's own style sheets; see `scripts/design-systems.mjs`. */
declare module 'virtual:design-system/*' {
  const text: string;
  export default text;
}
