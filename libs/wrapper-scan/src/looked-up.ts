import { programName } from './program-name';
import type { CallArguments } from './reader';
import { bindingOf, parentOf } from './scope';
import { isCall, unwrap } from './syntax';
import type { Call, Node, NodeOf } from './syntax';
import { mapOptions, staticText } from './value';
import type { Value } from './value';

/** A program that was looked up by its name (`await which('git')`) goes by that name, wherever it is found. */
export function withLookedUpProgram(given: CallArguments, at: Call): CallArguments {
  const [command] = at.arguments;
  const name = command && lookedUp(command);
  if (!name) return given;
  return {
    ...given,
    argument: (index) => (index === 0 ? named(given.argument(0), name) : given.argument(index)),
  };
}

function named(command: Value, name: NodeOf<'StringLiteral'>): Value {
  return mapOptions(command, (option) =>
    programName(option) === undefined ? staticText(name.value, name) : option,
  );
}

function lookedUp(command: Node): NodeOf<'StringLiteral'> | undefined {
  const node = unwrap(command);
  if (isCall(node)) return literalName(node);
  const made = node.type === 'Identifier' ? initOf(node) : undefined;
  return isCall(made) ? literalName(made) : undefined;
}

function initOf(name: NodeOf<'Identifier'>): Node | undefined {
  const declared = bindingOf(name)?.declarations[0];
  const holder = declared && parentOf(declared);
  if (holder?.type !== 'VariableDeclarator' || holder.id !== declared || !holder.init) return undefined;
  return unwrap(holder.init);
}

function literalName({ arguments: [name] }: Call): NodeOf<'StringLiteral'> | undefined {
  return name?.type === 'StringLiteral' && /^[a-z][\w+-]*$/.test(name.value) ? name : undefined;
}
