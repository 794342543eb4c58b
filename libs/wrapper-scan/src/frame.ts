import type { FunctionNode, Node } from './syntax';
import type { Value } from './value';

/** One reading of a function: what its parameters stand for, and what has been read under that assumption. */
export interface Frame {
  /** By parameter node; by variable for the one that is just being given a new value. */
  readonly parameters: ReadonlyMap<object, () => Value>;
  readonly outer?: Frame;
  /** The function that is being read. */
  readonly fn?: FunctionNode;
  readonly cache: Map<Node, Value>;
  readonly depth: number;
}

export function rootFrame(): Frame {
  return { parameters: new Map(), cache: new Map(), depth: 0 };
}

export function callFrame(
  parameters: ReadonlyMap<object, () => Value>,
  outer: Frame,
  fn?: FunctionNode,
): Frame {
  return { parameters, outer, cache: new Map(), depth: outer.depth + 1, ...(fn && { fn }) };
}

/** Whether a function is being read as part of reading itself. */
export function isRecursive(frame: Frame, fn: FunctionNode): boolean {
  let times = 0;
  for (let at: Frame | undefined = frame; at; at = at.outer) if (at.fn === fn) times++;
  return times > 1;
}

/** What a parameter stands for in this frame or around it. */
export function parameterIn(frame: Frame, parameter: object): (() => Value) | undefined {
  for (let at: Frame | undefined = frame; at; at = at.outer) {
    const read = at.parameters.get(parameter);
    if (read) return read;
  }
  return undefined;
}
