import {
  declaredType,
  keyOf,
  memberTypes,
  nodeAt,
  parseTypeScript,
  type SyntaxNode,
} from '../completeness/parse-typescript';

/** A reference of one schema's type to another schema, outside of any object: the compiler needs that one to know the first. */
interface Use {
  readonly name: string;
  readonly node: SyntaxNode;
  /** Whether a list stands in between, through which the type of a name may contain itself. */
  readonly inList: boolean;
}

interface SchemaType {
  readonly node: SyntaxNode;
  readonly uses: readonly Use[];
}

/**
 * Gives schemas that contain themselves through lists a name of their own. In a member of an interface the compiler refuses
 * `A: components["schemas"]["A"][]` (TS2502), while `type A = A[]` is a type like any other. Where nothing recurs, the text stays as it is.
 */
export function nameRecursiveSchemas(text: string): string {
  const statements = parseTypeScript(text);
  if ('problem' in statements) return text;
  const members = memberTypes(memberTypes(declaredType(statements, 'components')).get('schemas'));
  const types = new Map([...members].map(([name, node]) => [name, { node, uses: usesOf(node) }]));
  const recursive = [...types.keys()].filter((name) => recurs(types, name));
  if (recursive.length === 0) return text;
  const aliases = aliasesOf(recursive, text);
  const declarations = recursive.map((name) => {
    const { node, uses } = types.get(name) as SchemaType;
    const inside = uses.filter((use) => aliases.has(use.name));
    const body = replaceAll(
      text,
      node,
      inside.map((use) => [use.node, aliases.get(use.name) as string]),
    );
    return `/** The schema ${JSON.stringify(name)}, which contains itself. */\nexport type ${aliases.get(name)} = ${body};\n`;
  });
  const named = recursive.map(
    (name) => [(types.get(name) as SchemaType).node, aliases.get(name) as string] as const,
  );
  return `${replaceAll(text, undefined, named).trimEnd()}\n${declarations.join('')}`;
}

/** Whether a schema leads back to itself, by lists only: what does so without any is no type at all, under whatever name. */
function recurs(types: ReadonlyMap<string, SchemaType>, name: string): boolean {
  return leadsTo(types, name, () => true) && !leadsTo(types, name, ({ inList }) => !inList);
}

function leadsTo(
  types: ReadonlyMap<string, SchemaType>,
  name: string,
  counts: (use: Use) => boolean,
): boolean {
  const seen = new Set<string>();
  const open = [name];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const use of types.get(at)?.uses ?? []) {
      if (!counts(use)) continue;
      if (use.name === name) return true;
      if (!seen.has(use.name)) open.push(use.name);
      seen.add(use.name);
    }
  }
  return false;
}

function usesOf(type: SyntaxNode, inList = false): Use[] {
  const name = schemaName(type);
  if (name !== undefined) return [{ name, node: type, inList }];
  // The members of an object are looked at when they are needed, so nothing in there is in the way.
  if (type.type === 'TSTypeLiteral' || type.type === 'TSMappedType') return [];
  const isList = type.type === 'TSArrayType' || type.type === 'TSTupleType';
  return childrenOf(type).flatMap((child) => usesOf(child, inList || isList));
}

/** The schema that `components["schemas"]["A"]` names. */
function schemaName(type: SyntaxNode): string | undefined {
  if (type.type !== 'TSIndexedAccessType') return undefined;
  const section = nodeAt(type, 'objectType');
  const isSchemas =
    section?.type === 'TSIndexedAccessType' &&
    keyOf(nodeAt(section, 'objectType', 'typeName')) === 'components' &&
    keyOf(nodeAt(section, 'indexType', 'literal')) === 'schemas';
  return isSchemas ? keyOf(nodeAt(type, 'indexType', 'literal')) : undefined;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'loc') return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.filter(
      (one): one is SyntaxNode => typeof (one as { type?: unknown } | null)?.type === 'string',
    );
  });
}

function aliasesOf(names: readonly string[], text: string): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const name of names) {
    const base = `Recursive${name.replace(/[^\p{ID_Continue}$]/gu, '_')}`;
    let alias = base;
    for (let count = 2; text.includes(alias) || [...aliases.values()].includes(alias); count += 1)
      alias = `${base}_${count}`;
    aliases.set(name, alias);
  }
  return aliases;
}

/** The text of a node, or the whole text, with the texts of nodes in it replaced. */
function replaceAll(
  text: string,
  within: SyntaxNode | undefined,
  replacements: readonly (readonly [SyntaxNode, string])[],
): string {
  const [from, to] = within === undefined ? [0, text.length] : rangeOf(within);
  const sorted = [...replacements].sort(([a], [b]) => rangeOf(a)[0] - rangeOf(b)[0]);
  let result = '';
  let at = from;
  for (const [node, replacement] of sorted) {
    const [start, end] = rangeOf(node);
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at, to);
}

function rangeOf(node: SyntaxNode): readonly [number, number] {
  return [node['start'] as number, node['end'] as number];
}
