import type { Change } from './changes';
import { stepsTo } from './control-flow';
import type { Step } from './control-flow';
import { parentOf, bindingOf } from './scope';
import type { Home } from './scope';
import { isCall, isFunction } from './syntax';
import type { Call, FunctionNode, Node } from './syntax';

/** The changes of one variable in the order and under the conditions in which they happen. */
export interface Region {
  readonly entries: Entry[];
}

export type Entry = Change | Fork | ClosureCall;

/** A decision with changes in at least one of its branches. */
export interface Fork {
  readonly kind: 'fork';
  readonly at: Node;
  readonly loop: boolean;
  /** How many branches there are when one of them is always taken; none is when this is 0. */
  readonly ways: number;
  readonly branches: Map<string, Branch>;
}

export interface Branch extends Region {
  readonly leaves: boolean;
}

/** A local function that changes the variable is called here; without a call it may run at any time. */
export interface ClosureCall {
  readonly kind: 'closure';
  readonly at: Node;
  readonly fn: FunctionNode;
  readonly call?: Call;
}

/** Sorts changes into the branches of a home; those inside local functions stand where the function is called. */
export function buildRegion(changes: readonly Change[], home: Home): Region {
  const region: Region = { entries: [] };
  const placed: Placed[] = [];
  const closures = new Set<FunctionNode>();
  for (const change of changes) {
    if (!isWithin(change.at, home)) continue;
    const steps = stepsTo(change.at, home);
    const closure = steps.find((step) => step.kind === 'closure');
    if (!closure) placed.push({ entry: change, steps });
    else if (isFunction(closure.node)) closures.add(closure.node);
  }
  for (const fn of closures) placed.push(...closureCalls(fn, home));
  placed.sort((a, b) => (a.entry.at.start ?? 0) - (b.entry.at.start ?? 0));
  for (const { entry, steps } of placed) place(region, entry, steps);
  return region;
}

interface Placed {
  readonly entry: Change | ClosureCall;
  readonly steps: readonly Step[];
}

function closureCalls(fn: FunctionNode, home: Home): Placed[] {
  const calls = directCalls(fn).filter((call) => !isWithin(call, fn));
  const placed = calls.flatMap((call) => {
    const steps = stepsTo(call, home);
    if (steps.some((step) => step.kind === 'closure')) return [];
    return [{ entry: { kind: 'closure', at: call, fn, call } as const, steps }];
  });
  if (placed.length > 0) return placed;
  const optional: Step = { node: fn, kind: 'branch', branch: 'body', ways: 0, leaves: false };
  return [{ entry: { kind: 'closure', at: fn, fn }, steps: [optional] }];
}

/** Calls of a function by the name it is declared under. */
function directCalls(fn: FunctionNode): Call[] {
  const name = fn.type === 'FunctionDeclaration' ? fn.id : declaredName(fn);
  const references = (name && bindingOf(name)?.references) ?? [];
  return references.flatMap((reference) => {
    const parent = parentOf(reference);
    return isCall(parent) && parent.callee === reference ? [parent] : [];
  });
}

function declaredName(fn: FunctionNode): Node | undefined {
  const parent = parentOf(fn);
  return parent?.type === 'VariableDeclarator' && parent.init === fn ? parent.id : undefined;
}

function isWithin(node: Node, ancestor: Node): boolean {
  return (node.start ?? 0) >= (ancestor.start ?? 0) && (node.end ?? 0) <= (ancestor.end ?? 0);
}

function place(region: Region, entry: Change | ClosureCall, steps: readonly Step[]): void {
  let target = region;
  for (const step of steps) target = branchOf(forkOf(target, step), step);
  target.entries.push(entry);
}

function forkOf(region: Region, step: Step): Fork {
  const last = region.entries.findLast((entry) => entry.kind === 'fork' && entry.at === step.node);
  if (last?.kind === 'fork') return last;
  const { node: at, ways } = step;
  const fork: Fork = { kind: 'fork', at, loop: step.kind === 'loop', ways, branches: new Map() };
  region.entries.push(fork);
  return fork;
}

function branchOf(fork: Fork, { branch, leaves }: Step): Branch {
  const known = fork.branches.get(branch);
  if (known) return known;
  const created: Branch = { entries: [], leaves };
  fork.branches.set(branch, created);
  return created;
}
