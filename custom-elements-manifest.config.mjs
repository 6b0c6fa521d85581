import { modulePathResolverPlugin } from '@wc-toolkit/module-path-resolver';

const built = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

/** The manifest tells integrators what is public; how a class keeps its things is not. */
function publicOnly() {
  return {
    name: 'hn:public-only',
    packageLinkPhase({ customElementsManifest }) {
      // The analyzer says 1.0.0 and writes what came later, states and deprecations among it.
      customElementsManifest.schemaVersion = '2.1.0';
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations) {
          const isPublic = ({ privacy, name, static: isStatic }) =>
            (privacy === undefined || privacy === 'public') && !name.startsWith('#') && !isStatic;
          // What stands in for it where there are no elements is the code's own.
          if (declaration.superclass?.name === 'PlatformElement')
            declaration.superclass = { name: 'HTMLElement' };
          if (declaration.members) declaration.members = declaration.members.filter(isPublic);
          // The analyzer also guesses events from `dispatchEvent(new …)`, by the class and not by the name.
          if (declaration.events) {
            declaration.events = declaration.events.filter(({ name }) => name?.startsWith('hn-'));
          }
        }
      }
      customElementsManifest.modules = customElementsManifest.modules.filter(({ declarations }) =>
        declarations.some(({ kind }) => kind === 'class'),
      );
    },
  };
}

/** `@status stable` of a class doc. */
function status() {
  return {
    name: 'hn:status',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node)) return;
      const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'status');
      const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
      if (tag && declaration) declaration.status = ts.getTextOfJSDocComment(tag.comment);
    },
  };
}

const STATES = ['loading', 'ready', 'empty', 'error', 'locked', 'offline'];

/**
 * `@csspart skeleton (loading) - …`: the states in which a part is to be found, or come to; without, it is
 * `ready` alone; `offline` comes beside another. `(all)` is each, `(none)` a part that every widget may have and this one has not.
 */
function partStates() {
  return {
    name: 'hn:part-states',
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations } of customElementsManifest.modules) {
        for (const part of declarations.flatMap(({ cssParts = [] }) => cssParts)) {
          // A class and those that inherit from it may have the same part.
          if (part.states) continue;
          const [, named = 'ready', description = ''] =
            /^(?:\(([\w, ]+)\)\s*(?:-\s*)?)?(.*)$/s.exec(part.description ?? '') ?? [];
          const states = { all: STATES, none: [] }[named] ?? named.split(/,\s*/);
          const unknown = states.find((state) => !STATES.includes(state));
          if (unknown) throw new Error(`Part ${part.name}: there is no state ${unknown}.`);
          Object.assign(part, { description, states });
        }
      }
    },
  };
}

export default {
  globs: ['src/elements/**/*.ts'],
  exclude: ['src/elements/**/*.styles.ts'],
  outdir: '.cache/manifest',
  litelement: true,
  packagejson: false,
  plugins: [
    status(),
    partStates(),
    publicOnly(),
    modulePathResolverPlugin({
      modulePathTemplate: built,
      definitionPathTemplate: (_path, _name, tag) => `dist/define/${tag}.js`,
      typeDefinitionPathTemplate: (path) => built(path).replace(/\.js$/, '.d.ts'),
    }),
  ],
};
