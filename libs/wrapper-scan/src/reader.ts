import type { Frame } from './frame';
import type { Owner } from './owners';
import type { Program } from './program';
import type { Binding } from './scope';
import type { Call, FunctionNode, Node } from './syntax';
import type { FunctionValue, Value } from './value';

/** Reads values out of a program's text. The parts of the reading call one another through this interface. */
export interface Reader {
  readonly program: Program;
  readonly root: Frame;
  /** Functions whose parameters were read from all their callers at once; filled while it is set. */
  openFunctions: Set<FunctionNode> | undefined;
  /** Gives the next question its own share of work. */
  restart(): void;
  /** The value of an expression. */
  read(node: Node, frame: Frame): Value;
  /** The value of a name at a mention of it. */
  readBinding(binding: Binding, mention: Node, frame: Frame): Value;
  /** The value of `this.name` at a mention of it, or of an instance's member. */
  readOwned(owner: Owner, name: string, mention: Node, frame: Frame): Value | undefined;
  /** The value that a pattern's identifier takes. */
  readDeclared(name: Node, frame: Frame): Value;
  readMember(object: Value, name: string, at: Node, frame: Frame): Value;
  /** The result of a call of a function of the program. */
  call(fn: FunctionValue, call: CallArguments): Value;
  /** Frame in which the body of a function is read for one call. */
  enter(fn: FunctionValue, call: CallArguments): Frame;
  /** The calls by which a function of the program is reached. */
  callersOf(fn: FunctionNode): readonly CallSite[];
}

/** What a function is called with. */
export interface CallArguments {
  argument(index: number): Value;
  /** All arguments from an index on, as a list. */
  rest(index: number): Value;
}

/** One call of a function. */
export interface CallSite {
  readonly call: Call;
  arguments(frame: Frame): CallArguments;
}
