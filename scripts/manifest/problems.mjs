/** What each kind of public thing needs beside its name. */
const KINDS = [
  ['attributes', 'attribute'],
  ['members', 'member'],
  ['events', 'event'],
  ['slots', 'slot'],
  ['cssParts', 'part'],
  ['cssProperties', 'custom property'],
  ['cssStates', 'state'],
];

/**
 * What an integrator would miss in the manifest: each public tag has a summary and a status, and everything
 * public has a description.
 *
 * @param {{modules: {declarations: any[]}[]}} manifest
 * @returns {string[]}
 */
export function manifestProblems(manifest) {
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .filter((declaration) => declaration.customElement && declaration.tagName);
  const problems = elements.flatMap((element) => [
    ...(element.description || element.summary ? [] : [`<${element.tagName}> has no description.`]),
    ...(element.status ? [] : [`<${element.tagName}> has no @status.`]),
    ...KINDS.flatMap(([key, kind]) =>
      (element[key] ?? [])
        .filter((item) => !item.description?.trim())
        .map((item) => `<${element.tagName}> ${kind} \`${item.name || '(default)'}\` has no description.`),
    ),
  ]);
  return elements.length > 0 ? problems : ['The manifest holds no element.'];
}
