import { propertyName } from './facts';
import { parentOf } from './scope';
import type { Home } from './scope';
import { isCall, isFunction, isMember, isWrapper, unwrap } from './syntax';
import type { FunctionNode, Node, NodeOf } from './syntax';

/** One decision on the way from a function's top to a node. */
export interface Step {
  /** The statement or expression that decides. */
  readonly node: Node;
  readonly kind: 'branch' | 'loop' | 'closure';
  /** Which of its branches the way takes. */
  readonly branch: string;
  /** How many branches there are when one of them is always taken; none is when this is 0. */
  readonly ways: number;
  /** The branch ends the function, so nothing after it follows from it. */
  readonly leaves: boolean;
}

/** Methods that call their argument once per element. */
const ITERATIONS: ReadonlySet<string> = new Set([
  'forEach',
  'map',
  'flatMap',
  'filter',
  'find',
  'some',
  'every',
  'reduce',
]);

/** Methods that call their argument once, with what they are called on. */
const HANDOVERS: ReadonlySet<string> = new Set(['then']);

/** The decisions between a home and a node inside it, outermost first. */
export function stepsTo(node: Node, home: Home): Step[] {
  let steps: Step[] = [];
  let child = node;
  for (let up = parentOf(node); up && up !== home; up = parentOf(up)) {
    const step = stepAt(up, child);
    // Leaving a callback is not leaving the function around it.
    if (isFunction(up)) steps = steps.map((inner) => ({ ...inner, leaves: false }));
    if (step) steps.push(step);
    child = up;
  }
  return steps.reverse();
}

function stepAt(parent: Node, child: Node): Step | undefined {
  if (isFunction(parent)) return closureStep(parent);
  if (LOOPS.has(parent.type)) return 'body' in parent && parent.body === child ? loop(parent) : undefined;
  switch (parent.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return conditionStep(parent, child);
    case 'LogicalExpression':
      return parent.right === child ? branch(parent, 'right') : undefined;
    case 'SwitchCase':
      return parent.test === child ? undefined : caseStep(parent);
    case 'CatchClause':
      return branch(parent, 'catch');
    default:
      return undefined;
  }
}

const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
]);

function loop(node: Node): Step {
  return { node, kind: 'loop', branch: 'body', ways: 0, leaves: false };
}

function branch(node: Node, name: string): Step {
  return { node, kind: 'branch', branch: name, ways: 0, leaves: false };
}

function conditionStep(node: NodeOf<'IfStatement' | 'ConditionalExpression'>, child: Node): Step | undefined {
  if (child === node.test) return undefined;
  if (node.type === 'ConditionalExpression') {
    return { ...branch(node, child === node.consequent ? 'then' : 'else'), ways: 2 };
  }
  // `else if` is one more branch of the first `if`.
  if (child === node.alternate && child.type === 'IfStatement') return undefined;
  const name = child === node.consequent ? `${node.start}` : 'else';
  return { ...branch(firstIf(node), name), ways: waysOf(node), leaves: leavesFunction(child) };
}

function firstIf(node: NodeOf<'IfStatement'>): NodeOf<'IfStatement'> {
  let first = node;
  for (let up = parentOf(first); up?.type === 'IfStatement' && up.alternate === first; up = parentOf(up))
    first = up;
  return first;
}

function waysOf(node: NodeOf<'IfStatement'>): number {
  let ways = 1;
  let last: Node | null | undefined = firstIf(node);
  for (; last?.type === 'IfStatement'; last = last.alternate) ways++;
  return last ? ways : 0;
}

function caseStep(node: NodeOf<'SwitchCase'>): Step {
  const whole = parentOf(node) as NodeOf<'SwitchStatement'>;
  const ways = whole.cases.some(({ test }) => !test) ? whole.cases.length : 0;
  const last = node.consequent.at(-1);
  return { ...branch(whole, `${node.start}`), ways, leaves: last !== undefined && leavesFunction(last) };
}

function leavesFunction(statement: Node): boolean {
  if (statement.type === 'ReturnStatement' || statement.type === 'ThrowStatement') return true;
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : undefined;
  return last !== undefined && leavesFunction(last);
}

/** A callback runs where it stands; a function with a name runs where it is called. */
function closureStep(fn: FunctionNode): Step | undefined {
  const use = callbackUse(fn);
  if (use === 'iteration') return loop(fn);
  return use ? undefined : { node: fn, kind: 'closure', branch: 'body', ways: 0, leaves: false };
}

/** How a function expression is used on the spot. */
export function callbackUse(fn: Node): 'iteration' | 'handover' | 'callback' | undefined {
  let use = fn;
  let parent = parentOf(use);
  while (isWrapper(parent)) {
    use = parent;
    parent = parentOf(use);
  }
  if (!isCall(parent)) return undefined;
  const callee = unwrap(parent.callee);
  if (callee === use) return 'callback';
  const name = isMember(callee) ? (propertyName(callee) ?? '') : '';
  if (ITERATIONS.has(name)) return 'iteration';
  return HANDOVERS.has(name) ? 'handover' : 'callback';
}
