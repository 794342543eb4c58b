import { propertyName } from './facts';
import { parentOf } from './scope';
import { isCall, isMember, isWrapper } from './syntax';
import type { Call, Member, Node, NodeOf } from './syntax';

/** One thing that happens to a variable, at a node. */
export type Change = { readonly at: Node } & (
  | { readonly kind: 'declare' | 'initial' }
  | { readonly kind: 'assign' | 'default' | 'concat'; readonly value: Node }
  /** Elements at the end or the beginning; `list` holds them when they come as one list. */
  | { readonly kind: 'append' | 'prepend'; readonly items: readonly Node[]; readonly list?: Node }
  /** `x.name = value`; without a name when it is computed. */
  | { readonly kind: 'field'; readonly name?: string; readonly key: Node; readonly value: Node }
  /** Handed to a function as its argument number `index`. */
  | { readonly kind: 'pass'; readonly call: Call; readonly index: number }
);

/** What a mention of a variable does to it, if anything. */
export function changeAt(mention: Node): Change | undefined {
  const node = outermost(mention);
  const parent = parentOf(node);
  if (!parent) return undefined;
  if (isMember(parent) && parent.object === node) return memberChange(parent);
  if (parent.type === 'AssignmentExpression' && parent.left === node) return assignment(parent);
  return isCall(parent) ? argumentChange(parent, node) : undefined;
}

/** Climbs out of type assertions and of `x || …`, which keep the value what it is. */
function outermost(mention: Node): Node {
  let node = mention;
  let parent = parentOf(node);
  while (parent && (isWrapper(parent) || (parent.type === 'LogicalExpression' && parent.left === node))) {
    node = parent;
    parent = parentOf(node);
  }
  return node;
}

function assignment(at: NodeOf<'AssignmentExpression'>): Change | undefined {
  const { operator, right: value } = at;
  if (operator === '=') return { kind: 'assign', at, value };
  if (operator === '+=') return { kind: 'concat', at, value };
  return operator === '??=' || operator === '||=' ? { kind: 'default', at, value } : undefined;
}

function memberChange(member: Member): Change | undefined {
  const outer = outermost(member);
  const parent = parentOf(outer);
  if (isCall(parent) && parent.callee === outer) return methodChange(parent, propertyName(member));
  if (parent?.type === 'AssignmentExpression' && parent.left === outer) return fieldChange(member, parent);
  if (isMember(parent) && parent.object === outer) return appliedChange(member, parent);
  return undefined;
}

function methodChange(call: Call, name: string | undefined): Change | undefined {
  const items = call.arguments;
  if (name === 'push') return { kind: 'append', at: call, items };
  if (name === 'unshift') return { kind: 'prepend', at: call, items };
  if (name !== 'splice' || items.length < 3) return undefined;
  const [index] = items;
  const first = index?.type === 'NumericLiteral' && index.value === 0;
  return { kind: first ? 'prepend' : 'append', at: call, items: items.slice(2) };
}

/** `args.push.apply(args, list)`. */
function appliedChange(method: Member, apply: Member): Change | undefined {
  const call = parentOf(apply);
  if (propertyName(method) !== 'push' || propertyName(apply) !== 'apply' || !isCall(call)) return undefined;
  const list = call.arguments[1];
  return list && { kind: 'append', at: call, items: [], list };
}

function fieldChange(member: Member, assigned: NodeOf<'AssignmentExpression'>): Change | undefined {
  if (assigned.operator !== '=') return undefined;
  const name = propertyName(member);
  const change = { kind: 'field', at: assigned, key: member.property, value: assigned.right } as const;
  return name === undefined ? change : { ...change, name };
}

function argumentChange(call: Call, argument: Node): Change | undefined {
  const index = call.arguments.findIndex((each) => each === argument);
  if (index < 0) return undefined;
  const { callee } = call;
  const applied = isMember(callee) && propertyName(callee) === 'apply' && isMember(callee.object);
  if (applied && index === 0 && propertyName(callee.object as Member) === 'push') {
    const list = call.arguments[1];
    return list && { kind: 'append', at: call, items: [], list };
  }
  return { kind: 'pass', at: call, call, index };
}
