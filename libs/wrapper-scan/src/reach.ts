import type { Reader } from './reader';
import type { FunctionNode, Member } from './syntax';
import { optionsOf } from './value';
import type { Value } from './value';

/** A call of a member, and the function it may reach. */
export interface Reach {
  readonly name: string;
  readonly callee: Member;
  readonly fn: FunctionNode;
}

/** Whether `receiver.name(…)` may be a call of the function. */
export function mayReach(reader: Reader, { callee, name, fn }: Reach): boolean {
  const receiver = reader.read(callee.object, reader.root);
  const found = optionsOf(receiver).map((option) => reachedBy(reader, option, { name, callee, fn }));
  if (found.includes(true)) return true;
  // Of an object that cannot be read, the name alone decides, if no other function of the program has it.
  return found.includes(undefined) && !BUILT_IN.has(name) && isOnlyOne(reader, name);
}

function isOnlyOne(reader: Reader, name: string): boolean {
  return reader.program.facts.memberFunctions.get(name)?.length === 1;
}

/** Names that nearly every object has; a call of one says nothing of its receiver. */
const BUILT_IN: ReadonlySet<string> = new Set(
  `add all apply at bind call catch close concat delete emit end entries error every exec fill filter finally find flat
   flatMap forEach get has includes indexOf info join keys log map match next off on once open parse pipe pop push race read
   reduce replace resolve reverse set shift slice some sort splice split start stop test then toJSON toString trim
   unshift use values warn write`.split(/\s+/),
);

/** Whether a receiver has the function; undefined when nothing is known of it. */
function reachedBy(reader: Reader, receiver: Value, { name, callee, fn }: Reach): boolean | undefined {
  if (receiver.kind === 'unknown') return undefined;
  if (!MEMBERED.has(receiver.kind)) return false;
  const members = optionsOf(reader.readMember(receiver, name, callee, reader.root));
  if (members.some((option) => option.kind === 'function' && option.node === fn)) return true;
  // An instance may be more than what is seen of it: a mixin, the heir of another package's class.
  const open = receiver.kind === 'instance' && members.every((option) => option.kind === 'unknown');
  return open ? undefined : false;
}

const MEMBERED: ReadonlySet<string> = new Set(['instance', 'class', 'record', 'module']);
