import { argumentsOf } from './arguments';
import { callMethod } from './builtin-methods';
import { propertyName } from './facts';
import { callFrame, isRecursive } from './frame';
import type { Frame } from './frame';
import { callLibrary } from './library-calls';
import { readTarget } from './members';
import { requiredModule } from './module-facts';
import type { CallArguments, Reader } from './reader';
import { bindingOf, fileOf } from './scope';
import { isMember, unwrap } from './syntax';
import type { Call, Node } from './syntax';
import { spread } from './sequence';
import { mapOptions, NEVER, NOTHING, oneOf, optionsOf, unknown } from './value';
import type { FunctionValue, Value } from './value';
import { MAX_DEPTH } from './variables';

/** The result of a call, or the object that `new` makes. */
export function readCall(reader: Reader, node: Call, frame: Frame): Value {
  const module = requiredModule(node);
  if (module !== undefined) {
    const file = fileOf(node);
    return readTarget(reader, reader.program.resolve({ module, name: '*' }, file), node);
  }
  const given = argumentsOf(reader, node.arguments, frame);
  const known = readUnbound(node, given) ?? readMethod(reader, node, { given, frame });
  if (known) return known;
  const callee = reader.read(node.callee, frame);
  const result = mapOptions(callee, (option) => readResult(reader, option, { given, node }));
  return carriesModule(result) ? result : (passedThrough(given.argument(0)) ?? result);
}

/** Names of the platform that no import brings in. */
function readUnbound(node: Call, given: CallArguments): Value | undefined {
  const callee = unwrap(node.callee);
  if (isMember(callee)) {
    const { object } = callee;
    const resolves =
      object.type === 'Identifier' && object.name === 'require' && propertyName(callee) === 'resolve';
    return resolves ? given.argument(0) : undefined;
  }
  if (callee.type !== 'Identifier' || bindingOf(callee)) return undefined;
  if (callee.name === 'URL') return given.argument(0);
  if (callee.name !== 'Set' && callee.name !== 'Map') return undefined;
  return { kind: 'list', sequence: spread(given.argument(0), node) };
}

function readMethod(
  reader: Reader,
  node: Call,
  { given, frame }: { given: CallArguments; frame: Frame },
): Value | undefined {
  const callee = unwrap(node.callee);
  const name = isMember(callee) ? propertyName(callee) : undefined;
  if (!isMember(callee) || name === undefined) return undefined;
  const object = reader.read(callee.object, frame);
  // A method of nothing is never reached.
  const present = optionsOf(object).filter(({ kind }) => kind !== 'nothing');
  const results = present.map((option) => callMethod(option, name, { reader, given, node }));
  if (results.every((result) => result === undefined)) return undefined;
  return oneOf(results.map((result) => result ?? unknown(node)));
}

function readResult(
  reader: Reader,
  callee: Value,
  { given, node }: { given: CallArguments; node: Call },
): Value {
  if (callee.kind === 'class') return { kind: 'instance', owner: callee.owner };
  if (callee.kind === 'external') return callLibrary(callee, given, node) ?? unknown(node);
  if (callee.kind !== 'function' || isGenerator(callee)) return unknown(node);
  const name = callee.node.type === 'FunctionDeclaration' ? callee.node.id : undefined;
  const binding = name ? bindingOf(name) : undefined;
  const owner =
    node.type === 'NewExpression' && binding ? reader.program.owners.ofConstructor(binding) : undefined;
  if (owner) return { kind: 'instance', owner };
  return callee.frame.depth < MAX_DEPTH ? callFunction(reader, callee, given) : unknown(node);
}

/** What a generator gives comes piece by piece and is not read. */
function isGenerator({ node }: FunctionValue): boolean {
  return 'generator' in node && node.generator === true;
}

/** What a function of the program returns when it is called like this. */
export function callFunction(reader: Reader, fn: FunctionValue, given: CallArguments): Value {
  const returns = reader.program.facts.returns.get(fn.node);
  if (!returns) return NOTHING;
  // Another round of a recursion adds nothing that the first did not.
  if (isRecursive(fn.frame, fn.node)) return NEVER;
  const frame = enterFunction(fn, given);
  return oneOf(returns.map((result) => reader.read(result, frame)));
}

/** The frame in which a function's body is read for one call. */
export function enterFunction(fn: FunctionValue, given: CallArguments): Frame {
  const parameters = new Map<Node, () => Value>();
  for (const [index, parameter] of fn.node.params.entries()) {
    const rest = parameter.type === 'RestElement';
    parameters.set(parameter, () => (rest ? given.rest(index) : given.argument(index)));
  }
  return callFrame(parameters, fn.frame, fn.node);
}

/** Bundlers' and promise helpers give a module, or a function of one, back in another form. */
function passedThrough(argument: Value): Value | undefined {
  return carriesModule(argument) ? argument : undefined;
}

function carriesModule(value: Value): boolean {
  return value.kind === 'external' || value.kind === 'module';
}
