import { findCallers } from './callers';
import { callFunction, enterFunction, readCall } from './calls';
import type { Change } from './changes';
import { addField, readExpression } from './expressions';
import { parameterIn, rootFrame } from './frame';
import type { Frame } from './frame';
import { readMember, readMemberExpression, readTarget } from './members';
import { readOwned } from './owned';
import { readDeclared } from './patterns';
import type { Program } from './program';
import type { CallSite, Reader } from './reader';
import { parentOf } from './scope';
import type { Binding } from './scope';
import { isCall, isClass, isFunction, isMember, unwrap } from './syntax';
import type { FunctionNode, Node } from './syntax';
import { mapOptions, NEVER, unknown } from './value';
import type { Field, Value } from './value';
import { parameterVariable, readVariable, variableOf } from './variables';
import type { Variable } from './variables';

/** How much may be read for one question; what is behind it counts as not known. */
const MAX_STEPS = 50_000;
const MAX_NESTING = 64;

/** Makes the reading of a program. */
export function createReader(program: Program): Reader {
  const callers = new Map<FunctionNode, readonly CallSite[]>();
  let steps = 0;
  let nesting = 0;
  const readOutermost = (node: Node, frame: Frame): Value => {
    try {
      return readNode(reader, node, frame);
    } catch (error) {
      // Code nested deeper than the machine's stack is no fault of the wrapper's; what it comes to is not known.
      if (!(error instanceof RangeError)) throw error;
      nesting = 1;
      reader.root.cache.clear();
      callers.clear();
      return unknown(node);
    }
  };
  const reader: Reader = {
    program,
    root: rootFrame(),
    openFunctions: undefined,
    restart() {
      steps = 0;
      nesting = 0;
      reader.openFunctions = undefined;
    },
    read(node, frame) {
      const inner = unwrap(node);
      const known = frame.cache.get(inner);
      if (++steps > MAX_STEPS || nesting > MAX_NESTING) return known ?? unknown(inner);
      if (known) return known;
      // Whoever comes back here while it is being read learns nothing more from it.
      frame.cache.set(inner, NEVER);
      nesting++;
      const value = nesting === 1 ? readOutermost(inner, frame) : readNode(reader, inner, frame);
      nesting--;
      frame.cache.set(inner, value);
      return value;
    },
    readBinding: (binding, mention, frame) => readBinding(reader, binding, { mention, frame }),
    readOwned: (owner, name, mention, frame) => readOwned(reader, owner, { name, mention, frame }),
    readDeclared: (name, frame) => readDeclared(reader, name, frame),
    readMember: (object, name, at, frame) => readMember(reader, object, { name, at, frame }),
    call: (fn, given) => callFunction(reader, fn, given),
    enter: enterFunction,
    callersOf(fn) {
      const known = callers.get(fn);
      if (known) return known;
      callers.set(fn, []);
      const found = findCallers(reader, fn);
      callers.set(fn, found);
      return found;
    },
  };
  return reader;
}

function readNode(reader: Reader, node: Node, frame: Frame): Value {
  if (isCall(node)) return readCall(reader, node, frame);
  return isMember(node) ? readMemberExpression(reader, node, frame) : readExpression(reader, node, frame);
}

function readBinding(
  reader: Reader,
  binding: Binding,
  { mention, frame }: { mention: Node; frame: Frame },
): Value {
  if (binding.imported)
    return readTarget(reader, reader.program.resolve(binding.imported, binding.file), mention);
  const holder = binding.declarations[0] && parentOf(binding.declarations[0]);
  if (isClass(holder) || holder?.type === 'TSEnumDeclaration') return reader.read(holder, reader.root);
  if (isFunction(holder) && 'id' in holder && holder.id === binding.declarations[0]) {
    return { kind: 'function', node: holder, frame };
  }
  const variable = variableOf(binding);
  const given = parameterIn(frame, variable);
  if (given) return given();
  // What stands at the top of a file is the same in every call.
  const at = binding.home.type === 'Program' ? reader.root : frame;
  const value = readVariable({ reader, variable, frame: at }, binding.home, mention);
  return withFields(value, variable, (node) => reader.read(node, at));
}

/** Adds the members that are given to an object after it was made. */
function withFields(value: Value, variable: Variable, read: (node: Node) => Value): Value {
  const changes = variable.changes.flatMap(fieldsGiven);
  if (changes.length === 0) return value;
  return mapOptions(value, (option) => {
    if (option.kind !== 'record') return option;
    const fields = new Map<string, Field>(option.fields);
    let open = option.open;
    for (const { name, key, value: given } of changes) {
      if (name === undefined) open ??= key;
      else addField(fields, name, { key, read: () => read(given) });
    }
    return { kind: 'record', fields, ...(open && { open }) };
  });
}

/** Members given by the code itself, or in the function that compilers write around an enum. */
function fieldsGiven(change: Change): (Change & { kind: 'field' })[] {
  if (change.kind === 'field') return [change];
  const callee = change.kind === 'pass' ? unwrap(change.call.callee) : undefined;
  const inside =
    change.kind === 'pass' && isFunction(callee) ? parameterVariable(callee, change.index) : undefined;
  return inside ? inside.changes.filter((each) => each.kind === 'field') : [];
}
