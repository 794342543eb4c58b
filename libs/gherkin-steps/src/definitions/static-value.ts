import { child, keyOf, list, unwrap, word, type ScriptNode } from './script-node';
import { lookup, type Scope } from './script-scope';

/** A value that is known without running the code. */
export type StaticValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'regexp'; readonly source: string; readonly flags: string };

/** Constants of constants that are followed, and UTF-16 units of one of them: a few lines can double a text without end. */
const DEEPEST = 200;
const LONGEST = 10_000;

/** A node is read once: it stands in one scope. */
const KNOWN = new WeakMap<ScriptNode, { readonly value: StaticValue | undefined }>();

/** The text or regular expression that an expression is sure to have. */
export function staticValue(
  expression: ScriptNode | undefined,
  scope: Scope,
  depth = 0,
): StaticValue | undefined {
  const node = unwrap(expression);
  if (!node || depth > DEEPEST) return undefined;
  const known = KNOWN.get(node);
  if (known) return known.value;
  const read = readValue(node, scope, depth);
  const value = read?.kind === 'text' && read.text.length > LONGEST ? undefined : read;
  KNOWN.set(node, { value });
  return value;
}

type Reader = (node: ScriptNode, scope: Scope, depth: number) => StaticValue | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  StringLiteral: (node) => text(word(node, 'value') ?? ''),
  NumericLiteral: (node) => text(String(node['value'])),
  RegExpLiteral: (node) => ({
    kind: 'regexp',
    source: word(node, 'pattern') ?? '',
    flags: word(node, 'flags') ?? '',
  }),
  TemplateLiteral: (node, scope, depth) => templateValue(node, scope, { depth, part: 'cooked' }),
  TaggedTemplateExpression: (node, scope, depth) =>
    isRaw(node) ? templateValue(child(node, 'quasi'), scope, { depth, part: 'raw' }) : undefined,
  BinaryExpression: sumValue,
  Identifier: (node, scope, depth) => constantValue(word(node, 'name') ?? '', scope, depth),
  MemberExpression: memberValue,
  OptionalMemberExpression: memberValue,
  NewExpression: constructedValue,
  CallExpression: constructedValue,
};

function readValue(node: ScriptNode, scope: Scope, depth: number): StaticValue | undefined {
  return Object.hasOwn(READERS, node.type) ? READERS[node.type]?.(node, scope, depth) : undefined;
}

function text(value: string): StaticValue {
  return { kind: 'text', text: value };
}

function isRaw(node: ScriptNode): boolean {
  const tag = child(node, 'tag');
  return word(child(tag, 'object'), 'name') === 'String' && word(child(tag, 'property'), 'name') === 'raw';
}

function templateValue(
  node: ScriptNode | undefined,
  scope: Scope,
  { depth, part }: { readonly depth: number; readonly part: 'cooked' | 'raw' },
): StaticValue | undefined {
  const expressions = list(node, 'expressions').map((each) => staticValue(each, scope, depth + 1));
  let whole = '';
  for (const [index, quasi] of list(node, 'quasis').entries()) {
    const written = (quasi['value'] as Readonly<Record<string, string | null>>)[part];
    if (typeof written !== 'string') return undefined;
    const before = index === 0 ? '' : textIn(expressions[index - 1]);
    if (before === undefined) return undefined;
    whole += before + written;
  }
  return text(whole);
}

/** A value as it becomes part of a string. */
function textIn(value: StaticValue | undefined): string | undefined {
  return value?.kind === 'regexp' ? `/${value.source}/${value.flags}` : value?.text;
}

function sumValue(node: ScriptNode, scope: Scope, depth: number): StaticValue | undefined {
  if (word(node, 'operator') !== '+') return undefined;
  const left = textIn(staticValue(child(node, 'left'), scope, depth + 1));
  const right = textIn(staticValue(child(node, 'right'), scope, depth + 1));
  return left === undefined || right === undefined ? undefined : text(left + right);
}

function constantValue(name: string, scope: Scope, depth: number): StaticValue | undefined {
  const meaning = lookup(scope, name);
  if (meaning?.kind !== 'constant') return undefined;
  const { value, keys, scope: home } = meaning;
  const inner = keys.reduce<ScriptNode | undefined>((object, key) => memberOf(object, key), value);
  return staticValue(inner, home, depth + 1);
}

/** `PATTERNS.login` of a constant object or an enum, and `.source` of a regular expression. */
function memberValue(node: ScriptNode, scope: Scope, depth: number): StaticValue | undefined {
  const key = keyOf(node, 'property');
  const object = unwrap(child(node, 'object'));
  if (key === undefined || !object) return undefined;
  const meaning = object.type === 'Identifier' ? lookup(scope, word(object, 'name') ?? '') : undefined;
  if (meaning?.kind === 'constant' && meaning.keys.length === 0) {
    const member = memberOf(meaning.value, key);
    if (member) return staticValue(member, meaning.scope, depth + 1);
  }
  const value = key === 'source' ? staticValue(object, scope, depth + 1) : undefined;
  return value?.kind === 'regexp' ? text(value.source) : undefined;
}

function memberOf(object: ScriptNode | undefined, key: string): ScriptNode | undefined {
  const node = unwrap(object);
  if (node?.type === 'TSEnumDeclaration') {
    const members = [...list(node, 'members'), ...list(child(node, 'body'), 'members')];
    const member = members.find(
      (each) => (word(child(each, 'id'), 'name') ?? word(child(each, 'id'), 'value')) === key,
    );
    return child(member, 'initializer');
  }
  if (node?.type === 'CallExpression' && isFreeze(node)) return memberOf(list(node, 'arguments')[0], key);
  const properties = list(node, 'properties').filter(
    (property) => property.type === 'ObjectProperty' && keyOf(property, 'key') === key,
  );
  return child(properties.at(-1), 'value');
}

function isFreeze(call: ScriptNode): boolean {
  const callee = child(call, 'callee');
  return (
    word(child(callee, 'object'), 'name') === 'Object' && word(child(callee, 'property'), 'name') === 'freeze'
  );
}

/** `new RegExp('…', 'i')`, with or without `new`. */
function constructedValue(node: ScriptNode, scope: Scope, depth: number): StaticValue | undefined {
  const isRegExp = word(child(node, 'callee'), 'name') === 'RegExp' && !lookup(scope, 'RegExp');
  const [first, second, ...more] = list(node, 'arguments');
  if (!isRegExp || more.length > 0) return undefined;
  const pattern = staticValue(first, scope, depth + 1);
  const flags = second ? staticValue(second, scope, depth + 1) : undefined;
  if (!pattern || (second && flags?.kind !== 'text')) return undefined;
  return withFlags(pattern, flags?.kind === 'text' ? flags.text : undefined);
}

function withFlags(pattern: StaticValue, flags: string | undefined): StaticValue {
  if (pattern.kind === 'regexp') return { ...pattern, flags: flags ?? pattern.flags };
  return { kind: 'regexp', source: pattern.text, flags: flags ?? '' };
}
