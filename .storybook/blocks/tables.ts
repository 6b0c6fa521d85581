import manifest from '../../custom-elements.json' with { type: 'json' };

/** A row of a table of the reference, as the manifest has it. */
interface Row {
  name: string;
  description?: string;
  default?: string;
  kind?: string;
  attribute?: string;
  privacy?: string;
}
interface Declaration {
  tagName?: string;
  attributes?: Row[];
  members?: Row[];
  events?: Row[];
  slots?: Row[];
  cssParts?: (Row & { states: string[] })[];
  cssStates?: Row[];
  cssProperties?: Row[];
}

/** Where a part is to be found says its description too. */
const withStates = ({ description = '', states, ...part }: Row & { states: string[] }): Row => ({
  ...part,
  description: `${description} ${states.length ? `When ${states.join(', ')}.` : 'Not in this widget.'}`,
});

/** Everything public of an element by kind, which Storybook's own table mixes up where names are the same. */
export function tablesOf(tag: string): [title: string, rows: Row[]][] {
  const declarations = manifest.modules.flatMap((module) => module.declarations as Declaration[]);
  const element = declarations.find(({ tagName }) => tagName === tag);
  if (!element) throw new Error(`The manifest has no ${tag}.`);
  const members = (element.members ?? []).filter(({ privacy = 'public' }) => privacy === 'public');
  const tables: [string, Row[] | undefined][] = [
    ['Attributes', element.attributes],
    [
      'Properties without an attribute',
      members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
    ],
    ['Methods', members.filter(({ kind }) => kind === 'method')],
    ['Events', element.events],
    ['Slots', element.slots],
    ['CSS states', element.cssStates],
    ['CSS parts', element.cssParts?.map(withStates)],
    ['Custom properties', element.cssProperties],
  ];
  return tables.flatMap(([title, rows]) => (rows?.length ? [[title, rows]] : []));
}
