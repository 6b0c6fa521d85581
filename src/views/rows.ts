import { noChange } from 'lit/html.js';
import { Directive, directive, type DirectiveResult } from 'lit/directive.js';

type Values = readonly unknown[];

class Rows extends Directive {
  #before: readonly Values[] = [];

  render<T extends Values>(values: readonly T[], row: (values: T) => unknown): unknown[] {
    const before = this.#before;
    const made = values.map((now, i) =>
      now.every((value, n) => value === before[i]?.[n]) ? noChange : row(now),
    );
    this.#before = values;
    return made;
  }
}

/** A row of each of `values`, looked at again only where one of them is another than in this place before. */
export const rows = directive(Rows) as <T extends Values>(
  values: readonly T[],
  row: (values: T) => unknown,
) => DirectiveResult;
