/** The text of a style sheet. With a tag of this name so that tools know it for CSS: it gives the text as it stands. */
export const css: (text: TemplateStringsArray) => string = String.raw;
