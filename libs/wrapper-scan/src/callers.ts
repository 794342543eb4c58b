import { siteAt } from './call-sites';
import { keyName, propertyName } from './facts';
import { mayReach } from './reach';
import type { CallSite, Reader } from './reader';
import { bindingOf, parentOf } from './scope';
import type { Binding } from './scope';
import { isCall, isClass, isMember, isWrapper, unwrap } from './syntax';
import type { Call, FunctionNode, Member, Node } from './syntax';
import { optionsOf } from './value';

/** A function that is passed on more often than this is not followed further. */
const MAX_USES = 4000;

/** Finds the calls by which a function of the program is reached. */
export function findCallers(reader: Reader, fn: FunctionNode): CallSite[] {
  const sites: CallSite[] = [];
  const seen = new Set<Node>();
  const queue: Node[] = [...startsOf(reader, fn)];
  for (const use of queue) {
    if (seen.has(use) || seen.size > MAX_USES) continue;
    seen.add(use);
    const found = siteAt(reader, use);
    if (found) sites.push(found);
    else queue.push(...usesAfter(reader, use, fn));
  }
  return sites.sort((a, b) => (a.call.start ?? 0) - (b.call.start ?? 0));
}

/** The nodes where a function comes into being, or is mentioned by its own name. */
function startsOf(reader: Reader, fn: FunctionNode): Node[] {
  const owned = constructorSites(reader, fn) ?? memberSites(reader, fn);
  if (owned) return owned;
  const name = fn.type === 'FunctionDeclaration' || fn.type === 'FunctionExpression' ? fn.id : undefined;
  const binding = name ? bindingOf(name) : undefined;
  const named = binding ? mentionsOf(reader, binding) : [];
  const importers = reader.program.importersOf(fn).flatMap((importer) => importer.references);
  return fn.type === 'FunctionDeclaration' ? [...named, ...importers] : [fn, ...named, ...importers];
}

function mentionsOf(reader: Reader, binding: Binding): Node[] {
  const importers = reader.program.importersOf(binding);
  const exported = importers.length === 0 ? commonJsCalls(reader, binding.name) : [];
  return [...binding.references, ...importers.flatMap((importer) => importer.references), ...exported];
}

/** `lib.name(…)` where `lib` is a module of the program. */
function commonJsCalls(reader: Reader, name: string): Node[] {
  const calls = reader.program.facts.memberCalls.get(name) ?? [];
  return calls.flatMap((call) => {
    const callee = call.callee as Member;
    if (!isMember(callee) || callee.object.type !== 'Identifier') return [];
    return bindingOf(callee.object)?.imported?.module.startsWith('.') ? [callee] : [];
  });
}

/** `new X(…)` and `super(…)` for the constructor of X. */
function constructorSites(reader: Reader, fn: FunctionNode): Node[] | undefined {
  const { owners } = reader.program;
  if (fn.type === 'ClassMethod' && fn.kind === 'constructor') {
    const own = parentOf(parentOf(fn) as Node);
    if (!isClass(own)) return [];
    const heirs = owners.ofClass(own).nodes.filter((node) => node === own || !hasConstructor(node));
    return heirs.flatMap((node) => mentionsOfClass(reader, node));
  }
  const binding = fn.type === 'FunctionDeclaration' && fn.id ? bindingOf(fn.id) : undefined;
  return binding && owners.ofConstructor(binding) ? mentionsOf(reader, binding) : undefined;
}

function hasConstructor(node: Node): boolean {
  return (
    isClass(node) &&
    node.body.body.some((member) => member.type === 'ClassMethod' && member.kind === 'constructor')
  );
}

function mentionsOfClass(reader: Reader, node: Node): Node[] {
  const parent = parentOf(node);
  const outer = parent?.type === 'VariableDeclarator' ? bindingOf(parent.id) : undefined;
  const own = 'id' in node && node.id ? bindingOf(node.id as Node) : undefined;
  const bindings = [own, outer].filter((binding) => binding !== undefined);
  const supers = reader.program.facts.superCalls
    .filter((call) => isInClass(call, node))
    .map(({ callee }) => callee);
  return [...bindings.flatMap((binding) => mentionsOf(reader, binding)), ...(supers as Node[])];
}

function isInClass(call: Node, node: Node): boolean {
  for (let up = parentOf(call); up; up = parentOf(up)) if (isClass(up)) return up !== node;
  return false;
}

/** Calls of a class's or an object's function by its name, as far as the receiver may be that class or object. */
function memberSites(reader: Reader, fn: FunctionNode): Node[] | undefined {
  const holder = isMethod(fn) ? fn : parentOf(fn);
  return holder && 'key' in holder ? sitesByName(reader, keyName(holder), fn) : undefined;
}

function sitesByName(reader: Reader, name: string | undefined, fn: FunctionNode): Node[] {
  if (name === undefined) return [];
  const calls = reader.program.facts.memberCalls.get(name) ?? [];
  const members = calls.flatMap((call) => {
    const callee = calleeOf(call);
    return callee && mayReach(reader, { callee, name, fn }) ? [callee] : [];
  });
  return [...members, ...importsOf(reader, name, fn)];
}

/** `const { name } = require('./module')` of a module that exports one object. */
function importsOf(reader: Reader, name: string, fn: FunctionNode): Node[] {
  return reader.program.importsNamed(name).flatMap((binding) => {
    const [mention] = binding.references;
    const values = mention ? optionsOf(reader.read(mention, reader.root)) : [];
    return values.some((value) => value.kind === 'function' && value.node === fn) ? binding.references : [];
  });
}

function isMethod(fn: FunctionNode): boolean {
  return fn.type === 'ObjectMethod' || fn.type === 'ClassMethod' || fn.type === 'ClassPrivateMethod';
}

function calleeOf(call: Call): Member | undefined {
  const callee = unwrap(call.callee);
  return isMember(callee) ? callee : undefined;
}

/** Where a function goes that is not called on the spot: into a variable, a member, an export, through a wrapper. */
function usesAfter(reader: Reader, use: Node, fn: FunctionNode): Node[] {
  const parent = parentOf(use);
  if (!parent) return [];
  if (isWrapper(parent) || PASSAGES.has(parent.type)) return [parent];
  const name = nameGiven(parent, use);
  if (name) return mentionsOfName(reader, name, fn);
  // `const run = debounce(fn)`: what wraps a function is taken to be called like it.
  if (isCall(parent) && use === fn && isNamed(parent)) return [parent];
  return isCall(parent) ? parameterMentions(reader, parent, use) : [];
}

const PASSAGES: ReadonlySet<string> = new Set([
  'LogicalExpression',
  'ConditionalExpression',
  'SequenceExpression',
]);

/** What a value is stored under by its declaration or assignment. */
function nameGiven(holder: Node, value: Node): Node | undefined {
  if (holder.type === 'VariableDeclarator') return holder.init === value ? holder.id : undefined;
  return holder.type === 'AssignmentExpression' && holder.right === value ? holder.left : undefined;
}

/** A callback is called where the function that it is handed to mentions its parameter. */
function parameterMentions(reader: Reader, call: Call, callback: Node): Node[] {
  const index = call.arguments.findIndex((each) => each === callback);
  if (index < 0) return [];
  return optionsOf(reader.read(call.callee, reader.root)).flatMap((callee) => {
    const parameter = callee.kind === 'function' ? callee.node.params[index] : undefined;
    const binding = parameter && bindingOf(parameter);
    return binding ? mentionsOf(reader, binding) : [];
  });
}

function isNamed(call: Node): boolean {
  const holder = parentOf(call);
  return holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier';
}

function mentionsOfName(reader: Reader, name: Node, fn: FunctionNode): Node[] {
  const binding = bindingOf(name);
  if (binding) return mentionsOf(reader, binding);
  return isMember(name) ? sitesByName(reader, propertyName(name), fn) : [];
}
