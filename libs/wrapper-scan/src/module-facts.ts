import type { SourceFile } from './parse-source';
import type { Binding } from './scope';
import { bindingOf, fileOf } from './scope';
import { isMember, unwrap } from './syntax';
import type { Identifier, Node, NodeOf } from './syntax';

/** What a module gives under one name: something of its own, or something of another module. */
export type Exported =
  | { readonly kind: 'own'; readonly node: Node }
  | { readonly kind: 'from'; readonly module: string; readonly name: string };

/** How files are tied together. */
export interface ModuleFacts {
  /** By file and exported name; `=` is the whole of a CommonJS module, `*<n>` a module whose names are all passed on. */
  readonly exports: Map<SourceFile, Map<string, Exported>>;
  readonly imports: Binding[];
}

/** Files what a node takes from or gives to other modules. */
export function recordModuleFact(node: Node, facts: ModuleFacts): void {
  if (node.type === 'ImportDeclaration') recordImport(node, facts);
  else if (node.type === 'VariableDeclarator') recordRequire(node, facts);
  else if (node.type === 'TSImportEqualsDeclaration') recordImportEquals(node, facts);
  else if (node.type === 'ExportNamedDeclaration') recordNamedExport(node, facts);
  else if (node.type === 'ExportDefaultDeclaration') {
    give(facts, node, 'default', { kind: 'own', node: node.declaration });
  } else if (node.type === 'ExportAllDeclaration') {
    give(facts, node, `*${node.start}`, { kind: 'from', module: node.source.value, name: '*' });
  } else if (node.type === 'AssignmentExpression') recordCommonJsExport(node, facts);
}

function recordImport(node: NodeOf<'ImportDeclaration'>, facts: ModuleFacts): void {
  for (const specifier of node.specifiers) {
    take(facts, specifier.local, node.source.value, importedName(specifier));
  }
}

function importedName(specifier: NodeOf<'ImportDeclaration'>['specifiers'][number]): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type === 'ImportNamespaceSpecifier') return '*';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function recordImportEquals(node: NodeOf<'TSImportEqualsDeclaration'>, facts: ModuleFacts): void {
  const from = node.moduleReference;
  if (from.type === 'TSExternalModuleReference') take(facts, node.id, from.expression.value, '*');
}

function recordRequire(node: NodeOf<'VariableDeclarator'>, facts: ModuleFacts): void {
  const module = node.init ? requiredModule(node.init) : undefined;
  if (module === undefined) return;
  if (node.id.type === 'Identifier') take(facts, node.id, module, '*');
  if (node.id.type !== 'ObjectPattern') return;
  for (const property of node.id.properties) {
    if (property.type !== 'ObjectProperty' || property.key.type !== 'Identifier') continue;
    if (property.value.type === 'Identifier') take(facts, property.value, module, property.key.name);
  }
}

/** The module that `require('x')` or `import('x')` means. */
export function requiredModule(expression: Node): string | undefined {
  const call = unwrap(expression);
  if (call.type !== 'CallExpression' || call.arguments.length !== 1) return undefined;
  const [specifier] = call.arguments;
  const { callee } = call;
  const requires =
    callee.type === 'Import' || (callee.type === 'Identifier' && /^_*require$/.test(callee.name));
  return requires && specifier?.type === 'StringLiteral' ? specifier.value : undefined;
}

function take(facts: ModuleFacts, local: Identifier, module: string, name: string): void {
  const binding = bindingOf(local);
  if (!binding || binding.declarations.length > 1) return;
  binding.imported = { module, name };
  facts.imports.push(binding);
}

function recordNamedExport(node: NodeOf<'ExportNamedDeclaration'>, facts: ModuleFacts): void {
  for (const identifier of declaredNames(node.declaration)) {
    give(facts, node, identifier.name, { kind: 'own', node: identifier });
  }
  for (const specifier of node.specifiers) {
    if (specifier.type === 'ExportSpecifier') {
      const name = nameOf(specifier.exported);
      give(facts, node, name, exportedBy(node, specifier));
    } else if (specifier.type === 'ExportNamespaceSpecifier' && node.source) {
      give(facts, node, specifier.exported.name, { kind: 'from', module: node.source.value, name: '*' });
    }
  }
}

function exportedBy(node: NodeOf<'ExportNamedDeclaration'>, specifier: NodeOf<'ExportSpecifier'>): Exported {
  if (node.source) return { kind: 'from', module: node.source.value, name: nameOf(specifier.local) };
  return { kind: 'own', node: specifier.local };
}

function nameOf(name: { type: string }): string {
  return 'name' in name ? String(name.name) : 'value' in name ? String(name.value) : '';
}

function declaredNames(declaration: Node | null | undefined): Identifier[] {
  if (!declaration) return [];
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id] : []));
  }
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id] : [];
}

function recordCommonJsExport(node: NodeOf<'AssignmentExpression'>, facts: ModuleFacts): void {
  const { left, right } = node;
  if (!isMember(left) || left.computed || left.property.type !== 'Identifier') return;
  if (right.type === 'UnaryExpression' || right.type === 'AssignmentExpression') return;
  const { object, property } = left;
  if (object.type === 'Identifier' && object.name === 'module' && property.name === 'exports') {
    give(facts, node, '=', { kind: 'own', node: right });
  } else if (isExportsObject(object)) give(facts, node, property.name, { kind: 'own', node: right });
}

function isExportsObject(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  return isMember(node) && node.object.type === 'Identifier' && node.object.name === 'module';
}

function give(facts: ModuleFacts, at: Node, name: string, exported: Exported): void {
  const file = fileOf(at);
  const names = facts.exports.get(file) ?? new Map<string, Exported>();
  facts.exports.set(file, names.set(name, exported));
}
