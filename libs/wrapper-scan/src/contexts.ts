import { callFrame } from './frame';
import type { Frame } from './frame';
import type { CallSite, Reader } from './reader';
import { isInside } from './scope';
import type { FunctionNode, Node } from './syntax';
import { enterFunction } from './calls';

/** Chains of calls longer, or more of them, than this are taken together. */
const MAX_CHAIN = 8;
const MAX_FRAMES = 400;

interface Link {
  readonly fn: FunctionNode;
  readonly site: CallSite;
}

/**
 * The frames under which code at a node has to be read one by one, so that what one caller passes is not mixed with what
 * another does: a frame for each chain of calls whose arguments the reading depends on.
 */
export function contextsOf(reader: Reader, at: Node, read: (frame: Frame) => void): Frame[] {
  const frames: Frame[] = [];
  const visit = (chain: readonly Link[]): void => {
    reader.restart();
    const frame = frameOf(reader, chain);
    const open = openFunctions(reader, () => read(frame));
    const position = chain.at(-1)?.site.call ?? at;
    const fn = innermost(open, position);
    const callers = fn && chain.length < MAX_CHAIN && frames.length < MAX_FRAMES ? reader.callersOf(fn) : [];
    const fresh = callers.filter(({ call }) => !chain.some(({ site }) => site.call === call));
    if (!fn || fresh.length === 0) frames.push(frame);
    else for (const site of fresh) visit([...chain, { fn, site }]);
  };
  visit([]);
  return frames;
}

function frameOf(reader: Reader, chain: readonly Link[]): Frame {
  return [...chain]
    .reverse()
    .reduce(
      (outer, { fn, site }) =>
        enterFunction({ kind: 'function', node: fn, frame: outer }, site.arguments(outer)),
      callFrame(new Map(), reader.root),
    );
}

function openFunctions(reader: Reader, read: () => void): ReadonlySet<FunctionNode> {
  const open = new Set<FunctionNode>();
  reader.openFunctions = open;
  read();
  reader.openFunctions = undefined;
  return open;
}

function innermost(functions: Iterable<FunctionNode>, at: Node): FunctionNode | undefined {
  let found: FunctionNode | undefined;
  for (const fn of functions) {
    if (isInside(at, fn) && (!found || isInside(fn, found))) found = fn;
  }
  return found;
}
