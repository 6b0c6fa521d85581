/** Plain words on standard output, so that nobody wonders what a command is doing. @param {string} text */
export function say(text) {
  process.stdout.write(`hn-widgets: ${text}\n`);
}

/** A problem that the reader can solve: shown without a stack. */
export class SetupError extends Error {}
