import { addTo } from './multimap';
import { recordModuleFact } from './module-facts';
import type { ModuleFacts } from './module-facts';
import type { Home } from './scope';
import { isCall, isClass, isFunction, isMember, unwrap } from './syntax';
import type { Call, ClassNode, FunctionNode, Member, Node, NodeOf } from './syntax';

/** What the scan looks up by name or kind instead of walking the tree again. */
export interface Facts extends ModuleFacts {
  readonly calls: Call[];
  readonly templates: NodeOf<'TaggedTemplateExpression'>[];
  /** Calls of `x.name(…)` by name. */
  readonly memberCalls: Map<string, Call[]>;
  /** Mentions of a property by name: `x.name`, and `name` in a pattern that takes an object apart. */
  readonly mentions: Map<string, Node[]>;
  /** Calls with one literal argument, which is how modules are loaded whatever the loader is called. */
  readonly loads: NodeOf<'CallExpression'>[];
  /** Calls of `super(…)`. */
  readonly superCalls: Call[];
  readonly returns: Map<FunctionNode, Node[]>;
  readonly classes: ClassNode[];
  /** `this.x` wherever it stands. */
  readonly thisMembers: Member[];
  /** Functions that are members of a class or an object, by name. */
  readonly memberFunctions: Map<string, FunctionNode[]>;
  /** `X.prototype.name = …` and `X.prototype = …`. */
  readonly prototypeMembers: NodeOf<'AssignmentExpression'>[];
}

export function emptyFacts(): Facts {
  return {
    calls: [],
    templates: [],
    memberCalls: new Map(),
    mentions: new Map(),
    loads: [],
    superCalls: [],
    returns: new Map(),
    classes: [],
    thisMembers: [],
    memberFunctions: new Map(),
    prototypeMembers: [],
    exports: new Map(),
    imports: [],
  };
}

/** Files one node under what it is. */
export function recordFact(node: Node, home: Home, facts: Facts): void {
  if (isCall(node)) recordCall(node, facts);
  else if (node.type === 'TaggedTemplateExpression') facts.templates.push(node);
  else if (isClass(node)) facts.classes.push(node);
  else if (isMember(node)) recordMember(node, facts);
  else if (node.type === 'ObjectPattern') recordPattern(node, facts);
  else if (node.type === 'AssignmentExpression' && isPrototypeMember(node.left)) {
    facts.prototypeMembers.push(node);
  }
  recordReturn(node, home, facts);
  recordMemberFunction(node, facts);
  recordModuleFact(node, facts);
}

function recordReturn(node: Node, home: Home, facts: Facts): void {
  if (node.type === 'ReturnStatement') {
    if (node.argument && isFunction(home)) addTo(facts.returns, home, node.argument);
  } else if (node.type === 'ArrowFunctionExpression' && node.body.type !== 'BlockStatement') {
    addTo(facts.returns, node, node.body);
  }
}

function recordCall(call: Call, facts: Facts): void {
  facts.calls.push(call);
  const callee = unwrap(call.callee);
  if (callee.type === 'Super') facts.superCalls.push(call);
  const name = isMember(callee) ? propertyName(callee) : undefined;
  addTo(facts.memberCalls, name, call);
  const literal = call.arguments.length === 1 && call.arguments[0]?.type === 'StringLiteral';
  if (literal && call.type === 'CallExpression') facts.loads.push(call);
}

function recordMember(member: Member, facts: Facts): void {
  addTo(facts.mentions, propertyName(member), member);
  if (member.object.type === 'ThisExpression') facts.thisMembers.push(member);
}

function recordPattern(pattern: NodeOf<'ObjectPattern'>, facts: Facts): void {
  for (const property of pattern.properties) {
    if (property.type === 'ObjectProperty') addTo(facts.mentions, keyName(property), property);
  }
}

function recordMemberFunction(node: Node, facts: Facts): void {
  const fn = memberFunctionOf(node);
  if (fn) addTo(facts.memberFunctions, memberName(node), fn);
}

function memberFunctionOf(node: Node): FunctionNode | undefined {
  if (node.type === 'ObjectMethod' || node.type === 'ClassMethod' || node.type === 'ClassPrivateMethod') {
    return node;
  }
  const given = valueGiven(node);
  const value = given && unwrap(given);
  return isFunction(value) ? value : undefined;
}

function valueGiven(node: Node): Node | null | undefined {
  if (node.type === 'ObjectProperty' || node.type === 'ClassProperty') return node.value;
  return node.type === 'AssignmentExpression' && isMember(node.left) ? node.right : undefined;
}

function memberName(node: Node): string | undefined {
  if (node.type === 'AssignmentExpression') return isMember(node.left) ? propertyName(node.left) : undefined;
  return 'key' in node ? keyName(node) : undefined;
}

function isPrototypeMember(left: Node): boolean {
  if (!isMember(left)) return false;
  return (
    propertyName(left) === 'prototype' || (isMember(left.object) && propertyName(left.object) === 'prototype')
  );
}

/** The property that `x.name`, `x['name']` or `x.#name` means; undefined when it is computed. */
export function propertyName(member: Member): string | undefined {
  const { property } = member;
  if (property.type === 'PrivateName') return `#${property.id.name}`;
  if (!member.computed && property.type === 'Identifier') return property.name;
  return property.type === 'StringLiteral' ? property.value : undefined;
}

/** The name of an object's or class's member; undefined when it is computed. */
export function keyName(member: {
  key: Node | { type: string };
  computed?: boolean | null;
}): string | undefined {
  const key = member.key as Node;
  if (key.type === 'StringLiteral') return key.value;
  if (key.type === 'NumericLiteral') return String(key.value);
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  return key.type === 'Identifier' && !member.computed ? key.name : undefined;
}
