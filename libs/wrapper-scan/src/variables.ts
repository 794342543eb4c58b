import { argumentsOf, listOf } from './arguments';
import { changeAt } from './changes';
import type { Change } from './changes';
import { stepsTo } from './control-flow';
import { callFrame } from './frame';
import type { Frame } from './frame';
import { append, fork, mayBeList, prepend, reassign, replace, SELF, START, valueOf } from './history';
import type { History } from './history';
import type { Reader } from './reader';
import { buildRegion } from './region';
import type { ClosureCall, Fork, Region } from './region';
import { bindingOf, parentOf } from './scope';
import type { Binding, Home } from './scope';
import type { FunctionNode, Node } from './syntax';
import { element, spread } from './sequence';
import { optionsOf } from './value';
import type { FunctionValue, Value } from './value';

/** Something that holds a value over time: a name, or a member of `this`. */
export interface Variable {
  readonly changes: readonly Change[];
  readonly regions: Map<Home, Region>;
}

const VARIABLES = new WeakMap<Binding, Variable>();

export function variableOf(binding: Binding): Variable {
  const known = VARIABLES.get(binding);
  if (known) return known;
  const declared = binding.declarations.map((at): Change => ({ kind: 'declare', at }));
  const variable = createVariable([...declared, ...changesIn(binding.references)]);
  VARIABLES.set(binding, variable);
  return variable;
}

export function createVariable(changes: readonly Change[]): Variable {
  return { changes, regions: new Map() };
}

export function changesIn(mentions: readonly Node[]): Change[] {
  return mentions.flatMap((mention) => changeAt(mention) ?? []);
}

function regionOf(variable: Variable, home: Home): Region {
  const region = variable.regions.get(home) ?? buildRegion(variable.changes, home);
  variable.regions.set(home, region);
  return region;
}

/** The point up to which changes count: a mention, with the decisions that lead to it. */
interface Until {
  readonly mention: Node;
  readonly ways: ReadonlyMap<Node, string>;
}

interface Run {
  readonly reader: Reader;
  readonly variable: Variable;
  readonly frame: Frame;
  readonly until: Until | undefined;
}

/** The value of a variable of a function, at a mention of it. */
export function readVariable(run: Omit<Run, 'until'>, home: Home, mention: Node): Value {
  return valueOf(runRegion({ ...run, until: untilOf(mention, home) }, regionOf(run.variable, home), START));
}

/** What one function does to a variable, wherever it is called. */
export function readEffect(run: Omit<Run, 'until'>, home: Home, mention?: Node): History {
  const until = mention && untilOf(mention, home);
  return runRegion({ ...run, until }, regionOf(run.variable, home), START);
}

function untilOf(mention: Node, home: Home): Until | undefined {
  const steps = stepsTo(mention, home);
  if (isExport(mention) || steps.some((step) => step.kind === 'closure')) return undefined;
  return { mention, ways: new Map(steps.map((step) => [step.node, step.branch])) };
}

/** What is exported is taken with all that its file makes of it: it is read after the file has run. */
function isExport(mention: Node): boolean {
  const parent = parentOf(mention);
  return (
    parent?.type === 'ExportSpecifier' ||
    (bindingOf(mention)?.declarations.some((each) => each === mention) ?? false)
  );
}

function runRegion(run: Run, region: Region, before: History): History {
  let history = before;
  for (const entry of region.entries) {
    if (run.until && isBehind(entry.at, run.until.mention)) break;
    if (entry.kind === 'fork') history = runFork(run, entry, history);
    else if (run.until && contains(entry.at, run.until.mention)) continue;
    else if (entry.kind === 'closure') history = runClosure(run, entry, history);
    else if (entry.kind === 'pass') history = runPass(run, entry, history);
    else history = applyChange(run, entry, history);
  }
  return history;
}

function isBehind(node: Node, mention: Node): boolean {
  return (node.start ?? 0) >= (mention.start ?? 0);
}

function contains(node: Node, mention: Node): boolean {
  return (node.start ?? 0) <= (mention.start ?? 0) && (node.end ?? 0) >= (mention.end ?? 0);
}

function runFork(run: Run, entry: Fork, before: History): History {
  const way = run.until?.ways.get(entry.at);
  if (way !== undefined) {
    const branch = entry.branches.get(way);
    return branch ? runRegion(run, branch, before) : before;
  }
  const staying = [...entry.branches.values()].filter((branch) => !branch.leaves);
  const branches = staying.map((branch) => runRegion({ ...run, until: undefined }, branch, START));
  return fork(before, branches, { loop: entry.loop, exhaustive: isExhaustive(entry) });
}

/** A branch without changes is not recorded, so a decision is only complete when no branch is missing. */
function isExhaustive({ ways, branches }: Fork): boolean {
  return ways > 0 && branches.size >= ways;
}

function applyChange(run: Run, change: Change, history: History): History {
  const { reader, frame } = run;
  switch (change.kind) {
    case 'declare':
      return isBareDeclaration(change.at) ? history : replace(reader.readDeclared(change.at, frame));
    case 'initial':
      return replace(reader.read(change.at, frame));
    case 'assign':
      return reassign(
        history,
        reader.read(change.value, callFrame(new Map([[run.variable, () => SELF]]), frame)),
      );
    case 'default':
      return fork(history, [replace(reader.read(change.value, frame))], { loop: false, exhaustive: false });
    case 'concat':
      return append(history, element(reader.read(change.value, frame)));
    case 'append':
    case 'prepend': {
      const add = change.kind === 'append' ? append : prepend;
      const { items, list } = change;
      return add(history, list ? spread(reader.read(list, frame), list) : listOf(reader, items, frame));
    }
    default:
      return indexed(run, change, history);
  }
}

/** `list[i] = x` puts something into a list; of an object it says nothing here. */
function indexed({ reader, frame }: Run, change: Change, history: History): History {
  if (change.kind !== 'field' || change.name !== undefined) return history;
  return append(history, element(reader.read(change.value, frame)));
}

/** `var x;` leaves x as it is, `let x;` precedes every use: neither says anything. */
function isBareDeclaration(name: Node): boolean {
  const holder = parentOf(name);
  if (holder?.type !== 'VariableDeclarator' || holder.init || holder.id !== name) return false;
  const statement = parentOf(holder);
  const around = statement && parentOf(statement);
  return !(around && 'left' in around && around.left === statement);
}

/** Functions that call one another deeper than this are not followed. */
export const MAX_DEPTH = 12;

function runClosure(run: Run, { fn, call }: ClosureCall, before: History): History {
  const { reader, frame } = run;
  if (frame.depth >= MAX_DEPTH) return before;
  const value: FunctionValue = { kind: 'function', node: fn, frame };
  const inner = call ? reader.enter(value, argumentsOf(reader, call.arguments, frame)) : frame;
  const effect = readEffect({ ...run, frame: inner }, fn);
  return fork(before, [effect], { loop: false, exhaustive: call !== undefined });
}

/** The list is handed to a function of the program, which may add to it. */
function runPass(run: Run, { call, index }: Change & { kind: 'pass' }, before: History): History {
  const { reader, frame } = run;
  if (!mayBeList(before) || frame.depth >= MAX_DEPTH) return before;
  const callee = optionsOf(reader.read(call.callee, frame)).find((option) => option.kind === 'function');
  const variable = callee && parameterVariable(callee.node, index);
  if (!variable) return before;
  const inner = reader.enter(callee, argumentsOf(reader, call.arguments, frame));
  const effect = readEffect({ reader, variable, frame: inner }, callee.node);
  return fork(before, [{ ...effect, replaced: START.replaced, keeps: true }], {
    loop: false,
    exhaustive: true,
  });
}

const INSIDE = new WeakMap<Binding, Variable>();

/** What a function does to one of its parameters; undefined when it leaves the parameter alone. */
export function parameterVariable(fn: FunctionNode, index: number): Variable | undefined {
  const parameter = fn.params[index];
  const name = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const binding = name && bindingOf(name);
  if (!binding) return undefined;
  const variable = INSIDE.get(binding) ?? createVariable(changesIn(binding.references));
  INSIDE.set(binding, variable);
  return variable.changes.length > 0 ? variable : undefined;
}
