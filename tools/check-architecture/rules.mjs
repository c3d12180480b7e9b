// The rules of the architecture that no ready-made rule knows. Fixtures prove that each can fail.
import { dirname, relative, resolve, sep } from 'node:path';
import { matchesGlob } from 'node:path';

/** Calls `report(node, specifier, typeOnly)` for every way to name another module. */
function eachImport(report) {
  const declaration = (node) => {
    if (node.source) report(node, node.source.value, node.importKind === 'type' || node.exportKind === 'type');
  };
  return {
    ImportDeclaration: declaration,
    ExportNamedDeclaration: declaration,
    ExportAllDeclaration: declaration,
    ImportExpression: (node) => node.source.type === 'Literal' && report(node, node.source.value, false),
    TSImportType: (node) => node.source?.type === 'Literal' && report(node, node.source.value, true),
    'CallExpression[callee.name="require"]': (node) => node.arguments[0]?.type === 'Literal' && report(node, node.arguments[0].value, false),
  };
}

const isWithin = (specifier, name) => specifier === name || specifier.startsWith(`${name}/`);
const pathOf = (context, file) => relative(context.cwd, file).split(sep).join('/');

/** A package, or part of Node, that only some files may import. */
const onlyImporter = {
  meta: { type: 'problem', schema: [{ type: 'array' }], messages: { elsewhere: '{{name}} may be imported by {{files}} only' } },
  create(context) {
    const file = pathOf(context, context.filename);
    const banned = context.options[0].filter(({ files }) => !files.some((glob) => matchesGlob(file, glob)));
    return eachImport((node, specifier) => {
      const ban = banned.find(({ names }) => names.some((name) => isWithin(specifier, name)));
      if (ban) context.report({ node, messageId: 'elsewhere', data: { name: specifier, files: ban.files.join(', ') } });
    });
  },
};

/** Domain code imports values, never a framework, an engine or the outside world. */
const pureDomain = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object' }],
    messages: {
      package: 'domain code may not import {{name}}; it may import {{allowed}}',
      name: 'of {{name}}, domain code may import only {{allowed}}',
      outside: 'domain code may import only within its own domain folder, not {{name}}',
    },
  },
  create(context) {
    const { packages, typesOf, namesOf } = context.options[0];
    const file = pathOf(context, context.filename);
    const domain = file.slice(0, file.indexOf('/domain/') + '/domain/'.length);
    const allowed = [...packages, ...Object.keys(namesOf), ...typesOf.map((name) => `types of ${name}`)].join(', ');
    return eachImport((node, specifier, typeOnly) => {
      if (specifier.startsWith('.')) {
        const target = pathOf(context, resolve(dirname(context.filename), specifier));
        if (!target.startsWith(domain)) context.report({ node, messageId: 'outside', data: { name: specifier } });
      } else if (namesOf[specifier]) {
        const known = namesOf[specifier];
        const wrong = (node.specifiers ?? []).some(({ imported, importKind }) => !typeOnly && importKind !== 'type' && !known.includes(imported?.name));
        if (wrong) context.report({ node, messageId: 'name', data: { name: specifier, allowed: known.join(', ') } });
      } else if (!packages.includes(specifier) && !(typeOnly && typesOf.includes(specifier))) {
        context.report({ node, messageId: 'package', data: { name: specifier, allowed } });
      }
    });
  },
};

/** `as` is a claim that the compiler cannot check, so it says why it holds. */
const saysWhy = {
  meta: { type: 'problem', schema: [], messages: { unsaid: 'say in a comment on this line or above why this `as` holds' } },
  create(context) {
    const { sourceCode } = context;
    const ends = new Set(sourceCode.getAllComments().map(({ loc }) => loc.end.line));
    return {
      TSAsExpression(node) {
        if (node.typeAnnotation.typeName?.name === 'const') return;
        const statement = sourceCode.getAncestors(node).findLast(({ type }) => /Statement$|Declaration$|PropertyDefinition$|MethodDefinition$/.test(type));
        const lines = [node.loc.start.line, node.loc.end.line, node.loc.start.line - 1, (statement ?? node).loc.start.line - 1];
        if (!lines.some((line) => ends.has(line))) context.report({ node, messageId: 'unsaid' });
      },
    };
  },
};

export default { rules: { 'only-importer': onlyImporter, 'pure-domain': pureDomain, 'says-why': saysWhy } };
