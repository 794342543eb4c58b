import { appliedArguments, argumentsOf, valueArguments } from './arguments';
import { callbackUse } from './control-flow';
import { propertyName } from './facts';
import { elementOf } from './patterns';
import type { CallSite, Reader } from './reader';
import { parentOf } from './scope';
import { isCall, isMember } from './syntax';
import type { Call, Member, Node } from './syntax';

/** The call at which a mention of the function is its callee, or a callback of an iteration. */
export function siteAt(reader: Reader, use: Node): CallSite | undefined {
  const parent = parentOf(use);
  if (isCall(parent) && parent.callee === use) {
    return { call: parent, arguments: (frame) => argumentsOf(reader, parent.arguments, frame) };
  }
  if (isMember(parent) && parent.object === use) return appliedSite(reader, parent);
  const callback = isCall(parent) ? callbackUse(use) : undefined;
  if (!isCall(parent) || !callback || !isMember(parent.callee) || callback === 'callback') return undefined;
  const receiver = parent.callee;
  return callback === 'iteration'
    ? iterationSite(reader, parent, receiver)
    : handoverSite(reader, parent, receiver);
}

/** `f.call(self, …)` and `f.apply(self, list)`. */
function appliedSite(reader: Reader, method: Member): CallSite | undefined {
  const call = parentOf(method);
  const name = propertyName(method);
  if (!isCall(call) || call.callee !== method) return undefined;
  if (name === 'call') {
    return { call, arguments: (frame) => argumentsOf(reader, call.arguments.slice(1), frame) };
  }
  const list = call.arguments[1];
  if (name !== 'apply' || !list) return undefined;
  return { call, arguments: (frame) => appliedArguments(() => reader.read(list, frame), list) };
}

function iterationSite(reader: Reader, call: Call, callee: Member): CallSite {
  const reduces = propertyName(callee) === 'reduce';
  const { object } = callee;
  const [, initial] = call.arguments;
  return {
    call,
    arguments(frame) {
      const each = elementOf(reader.read(object, frame), object);
      return valueArguments(reduces && initial ? [reader.read(initial, frame), each] : [each]);
    },
  };
}

/** `promise.then((value) => …)`. */
function handoverSite(reader: Reader, call: Call, { object }: Member): CallSite {
  return { call, arguments: (frame) => valueArguments([reader.read(object, frame)]) };
}
