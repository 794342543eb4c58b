import type { Facts } from './facts';
import { keyName, propertyName } from './facts';
import { addTo } from './multimap';
import { bindingOf, lookup, parentOf } from './scope';
import type { Binding } from './scope';
import { isCall, isClass, isFunction, isMember } from './syntax';
import type { ClassNode, FunctionNode, Member, Node, NodeOf } from './syntax';

/**
 * What `this` may be: a class with its ancestors and descendants (taken as one, for which of them runs is not known), an
 * object literal, or a constructor function with its prototype.
 */
export interface Owner {
  /** Functions and initial values by member name; a constructor's `private x` stands under `x` as its parameter. */
  readonly members: Map<string, Node[]>;
  /** Where `this.x` is used, by name, in source order. */
  readonly uses: Map<string, Member[]>;
  readonly constructors: FunctionNode[];
  /** The classes, or the constructor function. */
  readonly nodes: Node[];
}

/** Finds the owner of a class, an object literal or a `this`. */
export interface Owners {
  ofClass(node: ClassNode): Owner;
  /** The owner that a `this` at a node means. */
  ofThis(node: Node): Owner | undefined;
  ofConstructor(binding: Binding): Owner | undefined;
}

export function findOwners(facts: Facts): Owners {
  const owners = new Map<unknown, Owner>();
  const parents = prototypeChain(facts);
  const ofKey = (own: unknown): Owner => {
    const key = parents.get(own) ?? own;
    const owner = owners.get(key) ?? { members: new Map(), uses: new Map(), constructors: [], nodes: [] };
    owners.set(key, owner);
    return owner;
  };
  const ofThis = (node: Node): Owner | undefined => {
    const key = thisKey(node);
    if (key === undefined) return undefined;
    const around = key as Node | Binding;
    return 'type' in around && around.type === 'ObjectExpression'
      ? addObject(around, ofKey(around))
      : ofKey(key);
  };
  for (const node of facts.classes) addClass(node, ofKey(rootClass(node)));
  for (const node of facts.prototypeMembers) addPrototypeMember(node, ofKey);
  for (const member of facts.thisMembers) addUse(member, ofThis(member));
  return {
    ofClass: (node) => ofKey(rootClass(node)),
    ofThis,
    ofConstructor: (binding) => owners.get(parents.get(binding) ?? binding),
  };
}

/** `X.prototype = Object.create(Y.prototype)` and `= new Y()`: X is what Y is, and more. */
function prototypeChain(facts: Facts): ReadonlyMap<unknown, unknown> {
  const parents = new Map<unknown, unknown>();
  for (const { left, right } of facts.prototypeMembers) {
    if (!isMember(left) || propertyName(left) !== 'prototype') continue;
    const own = bindingOf(left.object);
    const name = prototypeSource(right);
    const parent = name && classNamed(name);
    if (own && name) parents.set(own, parent ? rootClass(parent) : bindingOf(name));
  }
  return parents;
}

function prototypeSource(made: Node): Node | undefined {
  if (made.type === 'NewExpression') return made.callee;
  const given = isCall(made) ? made.arguments[0] : undefined;
  return given && isMember(given) ? given.object : undefined;
}

/** The class a hierarchy starts from, as far as its ancestors are classes of the same file. */
function rootClass(node: ClassNode): ClassNode {
  let root = node;
  for (let steps = 0; steps < 32; steps++) {
    const parent = root.superClass?.type === 'Identifier' ? classNamed(root.superClass) : undefined;
    if (!parent || parent === node) return root;
    root = parent;
  }
  return root;
}

/** The class a name means, directly or through `const X = class …`. */
function classNamed(name: Node): ClassNode | undefined {
  const declaration = bindingOf(name)?.declarations[0];
  const holder = declaration && parentOf(declaration);
  if (isClass(holder)) return holder;
  const init = holder?.type === 'VariableDeclarator' ? holder.init : undefined;
  return isClass(init) ? init : undefined;
}

function addClass(node: ClassNode, owner: Owner): void {
  owner.nodes.push(node);
  for (const member of node.body.body) {
    if (member.type === 'ClassMethod' && member.kind === 'constructor') addConstructor(member, owner);
    else if (member.type === 'ClassMethod' || member.type === 'ClassPrivateMethod') {
      addTo(owner.members, keyName(member), member);
    } else if (member.type === 'ClassProperty' || member.type === 'ClassPrivateProperty') {
      if (member.value) addTo(owner.members, keyName(member), member.value);
    }
  }
}

function addConstructor(node: FunctionNode, owner: Owner): void {
  owner.constructors.push(node);
  for (const parameter of node.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const inner =
      parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (inner.type === 'Identifier') addTo(owner.members, inner.name, inner);
  }
}

function addPrototypeMember(
  { left, right }: NodeOf<'AssignmentExpression'>,
  ofKey: (key: unknown) => Owner,
): void {
  if (!isMember(left) || !isMember(left.object)) return;
  const binding = bindingOf(left.object.object);
  if (!binding) return;
  const owner = ofKey(binding);
  addTo(owner.members, propertyName(left), right);
  const declared = binding.declarations.map((name) => parentOf(name)).find((node) => isFunction(node));
  if (!isFunction(declared) || owner.nodes.includes(declared)) return;
  owner.nodes.push(declared);
  owner.constructors.push(declared);
}

function addUse(member: Member, owner: Owner | undefined): void {
  if (owner) addTo(owner.uses, propertyName(member), member);
}

function addObject(node: NodeOf<'ObjectExpression'>, owner: Owner): Owner {
  if (owner.nodes.length > 0) return owner;
  owner.nodes.push(node);
  for (const member of node.properties) {
    if (member.type === 'ObjectMethod') addTo(owner.members, keyName(member), member);
    else if (member.type === 'ObjectProperty') addTo(owner.members, keyName(member), member.value);
  }
  return owner;
}

/** A class, an object literal, or the binding of a constructor function. */
function thisKey(node: Node): unknown {
  for (let up = parentOf(node); up; up = parentOf(up)) {
    if (up.type === 'ArrowFunctionExpression') continue;
    if (isFunction(up)) return functionOwner(up);
    if (up.type === 'ClassProperty' || up.type === 'ClassPrivateProperty' || up.type === 'StaticBlock') {
      return classAround(up);
    }
  }
  return undefined;
}

function functionOwner(fn: FunctionNode): unknown {
  const parent = parentOf(fn);
  if (fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod') return classAround(fn);
  if (fn.type === 'ObjectMethod') return parent;
  if (parent?.type === 'ObjectProperty') return parentOf(parent);
  if (parent?.type === 'AssignmentExpression' && isMember(parent.left) && isMember(parent.left.object)) {
    return bindingOf(parent.left.object.object);
  }
  return fn.type === 'FunctionDeclaration' && fn.id ? lookup(fn, fn.id.name) : undefined;
}

function classAround(member: Node): unknown {
  const body = parentOf(member);
  const node = body && parentOf(body);
  return isClass(node) ? rootClass(node) : undefined;
}
